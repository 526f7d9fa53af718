package io.claviger.provider.hashicorp.internal.login;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.claviger.ConfigurationException;
import io.claviger.SecretValue;
import io.claviger.provider.hashicorp.internal.api.ApiPath;
import io.claviger.provider.hashicorp.internal.api.Reply;
import io.claviger.provider.hashicorp.internal.api.Server;
import io.claviger.spi.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A login by the AppRole method. */
public final class AppRoleLogin implements Login {

    private static final JsonFactory JSON = new JsonFactory();

    private final SecretValue roleId;
    private final SecretValue secretId;

    private AppRoleLogin(SecretValue roleId, SecretValue secretId) {
        this.roleId = roleId;
        this.secretId = secretId;
    }

    /**
     * Returns the login.
     *
     * @param roleId the id of the role
     * @param secretId the secret id of the role
     * @return the login
     * @throws ConfigurationException if one of them is empty
     */
    public static AppRoleLogin of(String roleId, SecretValue secretId) {
        return new AppRoleLogin(
                SecretValue.ofText(Material.text("role id", roleId)),
                SecretValue.ofText(Material.text("secret id", secretId)));
    }

    @Override
    public String method() {
        return "approle";
    }

    @Override
    public Grant authenticate(Server server, Call call) {
        ApiPath path = ApiPath.of("auth").then(server.authMount()).then("login");
        Reply reply = server.anonymous().post(path, body(), call);
        return LoginReply.grant(reply, server, call);
    }

    private byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("role_id", roleId.revealText());
            json.writeStringField("secret_id", secretId.revealText());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return body.toByteArray();
    }
}
