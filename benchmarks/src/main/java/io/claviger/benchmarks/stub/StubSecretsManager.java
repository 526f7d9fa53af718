package io.claviger.benchmarks.stub;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/** The AWS client of the peers that need one. */
public final class StubSecretsManager implements SecretsManagerClient {

    private static final String VERSION = "v1";

    private final Upstream upstream;

    public StubSecretsManager(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
        upstream.count();
        return DescribeSecretResponse.builder()
                .versionIdsToStages(Map.of(VERSION, List.of("AWSCURRENT")))
                .build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        return GetSecretValueResponse.builder()
                .secretString(upstream.read())
                .versionId(VERSION)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
