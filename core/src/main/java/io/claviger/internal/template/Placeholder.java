package io.claviger.internal.template;

import io.claviger.SecretReference;
import io.claviger.SyntaxException;
import io.claviger.Template;
import io.claviger.internal.link.NameProblem;
import io.claviger.internal.link.SecretNames;

/**
 * What stands between the braces of a reference, after <code>vault:</code>. Messages show at most one character of it: it may be anything
 * until it has been read as a name or a reference.
 */
final class Placeholder {

    private static final String DIRECT = "//";
    private static final String SCHEME = "vault:";
    private static final String FORMS = "Write {{vault:name}} or {{vault://alias/path#field}}";

    private final String template;
    private final int start;
    private final String inside;

    Placeholder(String template, int start, int end) {
        this.template = template;
        this.start = start;
        this.inside = template.substring(start, end);
    }

    Template.Part part() {
        checkNotNested();
        checkNoSpaceAround();
        return inside.startsWith(DIRECT) ? direct() : name();
    }

    private Template.Part direct() {
        try {
            return new Template.DirectReference(SecretReference.parse(SCHEME + inside));
        } catch (SyntaxException e) {
            // the scheme is in the template as well, directly before the inside
            throw error(e.column() - 1 - SCHEME.length(), e.reason(), e.remedy());
        }
    }

    private Template.Part name() {
        checkNotNative();
        SecretNames.problem(inside).ifPresent(problem -> {
            throw error(problem);
        });
        return new Template.LinkedName(inside);
    }

    private void checkNotNested() {
        int nested = inside.indexOf(TemplateParser.OPEN);
        if (nested >= 0) {
            throw error(
                    nested,
                    "Braces are opened inside a reference.",
                    "Close the reference before them; a reference inside a reference is not supported.");
        }
    }

    private void checkNoSpaceAround() {
        if (!inside.equals(inside.strip())) {
            int leading = inside.length() - inside.stripLeading().length();
            int space = leading > 0 ? 0 : inside.stripTrailing().length();
            throw error(space, "There is a space inside the braces of a reference.", FORMS + ", without spaces.");
        }
    }

    private void checkNotNative() {
        if (inside.indexOf(':') >= 0 || inside.indexOf('/') >= 0) {
            throw error(
                    0,
                    "This is neither a secret name nor the canonical form of a reference.",
                    FORMS + "; native forms of vaults are not supported in templates.");
        }
    }

    private SyntaxException error(NameProblem problem) {
        return error(problem.index(), problem.reason(), problem.remedy());
    }

    private SyntaxException error(int index, String reason, String remedy) {
        return TextPosition.of(template, start + index).error(reason, remedy);
    }
}
