package io.claviger.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPointerTest {

    @ParameterizedTest
    @CsvSource({"/,-1", "/a/b,-1", "/~0~1,-1", "/~01,-1", "/~,1", "/a~,2", "/~2,1", "/~~0,1", "/~0~,3", "/~/0,1"})
    void malformedAt_pointer_isIndexOfFirstLoneTilde(String pointer, int index) {
        assertThat(JsonPointer.malformedAt(pointer)).isEqualTo(index);
    }

    @Test
    void tokens_pointer_areUnescapedOneByOne() {
        assertThat(JsonPointer.tokens("/")).containsExactly("");
        assertThat(JsonPointer.tokens("/a//b/")).containsExactly("a", "", "b", "");
        assertThat(JsonPointer.tokens("/~1/~0/~01/~10")).containsExactly("/", "~", "~1", "/0");
    }

    @Test
    void isPointer_field_isToldByItsFirstCharacter() {
        assertThat(JsonPointer.isPointer("/")).isTrue();
        assertThat(JsonPointer.isPointer("a/b")).isFalse();
        assertThat(JsonPointer.isPointer("")).isFalse();
    }
}
