package io.claviger.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import io.claviger.support.TextTable;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Design §11: loopback, private, link-local and metadata addresses are known as such, in every guise")
class AddressKindTest {

    static Stream<Arguments> addresses() {
        return TextTable.rows(AddressKindTest.class, "addresses.tsv");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("addresses")
    void of_edgesOfEveryRange_isTheKind(String address, AddressKind kind) {
        assertThat(AddressKind.of(InetAddresses.forString(address))).isEqualTo(kind);
    }

    @Test
    void addressTable_counted_hasEveryKind() {
        assertThat(addresses().map(row -> AddressKind.valueOf((String) row.get()[1])))
                .containsAll(EnumSet.allOf(AddressKind.class));
    }

    @Test
    void of_mappedAddressThatIsKeptAsIpv6_isTheKindOfTheIpv4Address() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};

        InetAddress kept = Inet6Address.getByAddress(null, mapped, 0);
        assertThat(kept).isInstanceOf(Inet6Address.class);
        assertThat(AddressKind.of(kept)).isEqualTo(AddressKind.LOOPBACK);
        mapped[12] = 8;
        assertThat(AddressKind.of(Inet6Address.getByAddress(null, mapped, 0))).isEqualTo(AddressKind.PUBLIC);
    }

    @Test
    @DisplayName("what the JDK knows as special is never public")
    void of_randomAddresses_areNeverPublicWhereTheJdkSeesAnother() throws UnknownHostException {
        Random random = new Random(11);
        for (int round = 0; round < 50_000; round++) {
            byte[] octets = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(octets);
            InetAddress address = InetAddress.getByAddress(octets);
            boolean special = address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress();
            assertThat(special && AddressKind.of(address) == AddressKind.PUBLIC)
                    .as(address.getHostAddress())
                    .isFalse();
        }
    }
}
