package io.claviger.provider.hashicorp.internal.api;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** The meanings of 404: they differ in their bodies alone. */
final class NotFound {

    private static final Pattern REQUEST_ID = Pattern.compile("[0-9a-fA-F-]{1,64}");

    private NotFound() {}

    static VaultFailure failure(Reply reply) {
        VaultFailure failure = meaning(reply);
        return requestId(reply).map(failure::requestId).orElse(failure);
    }

    private static VaultFailure meaning(Reply reply) {
        if (!reply.isJson()) {
            return Failures.misconfigured("Nothing of Vault answers there; check the address.");
        }
        if (reply.complains("namespace not found")) {
            return Failures.misconfigured("There is no such namespace; check the setting namespace and its case.");
        }
        if (reply.complains("no handler for route")) {
            return Failures.misconfigured("No engine is mounted at this path; check the mount in the reference.");
        }
        Optional<Json> metadata = reply.member("data").flatMap(data -> data.member("metadata"));
        if (metadata.isPresent()) {
            return deleted(metadata.get());
        }
        if (reply.member("warnings").isPresent()) {
            return Failures.misconfigured("The engine is not of the version that was detected or set; check the mount"
                    + " in the reference and the setting kv-version.");
        }
        return VaultFailure.of(Kind.NOT_FOUND, "There is no secret at this path.");
    }

    private static VaultFailure deleted(Json metadata) {
        boolean destroyed = metadata.member("destroyed").map(Json::isTrue).orElse(false);
        return VaultFailure.of(
                Kind.DELETED,
                destroyed
                        ? "This version of the secret is destroyed; link to another version."
                        : "This version of the secret is deleted, or its time has passed; undelete it in the vault, or"
                                + " link to another version.");
    }

    private static Optional<String> requestId(Reply reply) {
        return reply.member("request_id")
                .flatMap(Json::string)
                .filter(id -> REQUEST_ID.matcher(id).matches());
    }
}
