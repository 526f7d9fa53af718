package io.claviger.testservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class StubServerTest {

    private static HttpResponse<String> get(URI address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address).header("X-Test", "1").build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void on_path_answersAndRemembersTheRequest() throws Exception {
        try (StubServer server = StubServer.start()) {
            server.on("/a", StubAnswer.of(201, "text/plain", "hello").with("X-Other", "2"));
            HttpResponse<String> response = get(server.address().resolve("/a?q=1"));
            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.body()).isEqualTo("hello");
            assertThat(response.headers().firstValue("X-Other")).hasValue("2");
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo("/a");
                assertThat(request.header("x-test")).hasValue("1");
            });
        }
    }

    @Test
    void request_unknownPath_isNotFound() throws Exception {
        try (StubServer server = StubServer.start()) {
            assertThat(get(server.address()).statusCode()).isEqualTo(404);
        }
    }
}
