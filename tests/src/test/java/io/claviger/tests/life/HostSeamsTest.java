package io.claviger.tests.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.claviger.AccessDecision;
import io.claviger.AccessPolicy;
import io.claviger.AccessRequest;
import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.Operation;
import io.claviger.Role;
import io.claviger.RoleSource;
import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;

@DisplayName("What a host has to replace in tests of its own can be mocked")
class HostSeamsTest {

    /** A class of a host, which is given what it needs. */
    private record Pool(SecretResolver secrets) {
        String password() {
            return secrets.bind("db_password").get().revealText();
        }
    }

    @Test
    void resolverAndHandle_mocked_giveWhatTheHostSays() {
        SecretResolver resolver = mock(SecretResolver.class);
        SecretHandle handle = mock(SecretHandle.class);
        when(resolver.bind("db_password")).thenReturn(handle);
        when(handle.get()).thenReturn(SecretValue.ofText("mocked"));

        assertThat(new Pool(resolver).password()).isEqualTo("mocked");
    }

    @Test
    void roleSourceAndPolicy_mocked_areAskedWithWhoAndWhat() {
        RoleSource roles = mock(RoleSource.class);
        AccessPolicy policy = mock(AccessPolicy.class);
        when(roles.rolesOf(Actor.of("ana"))).thenReturn(Set.of(Role.MEMBER));
        when(policy.decide(ArgumentMatchers.any())).thenReturn(AccessDecision.permitted());
        try (IntegrationManager manager =
                IntegrationManager.builder().roles(roles).accessPolicy(policy).build()) {
            manager.as(Actor.of("ana")).links();
        }

        ArgumentCaptor<AccessRequest> asked = ArgumentCaptor.forClass(AccessRequest.class);
        verify(policy).decide(asked.capture());
        assertThat(asked.getValue().actor()).isEqualTo(Actor.of("ana"));
        assertThat(asked.getValue().roles()).containsExactly(Role.MEMBER);
        assertThat(asked.getValue().operation()).isEqualTo(Operation.INSPECT);
    }
}
