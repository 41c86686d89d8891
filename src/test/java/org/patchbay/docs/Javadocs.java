package org.patchbay.docs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/** The Javadoc of the types and methods of some sources, in one line of Markdown each. */
final class Javadocs {

    private final Map<String, String> texts = new HashMap<>();

    private Javadocs() {}

    static Javadocs of(Collection<Path> sources) throws IOException {
        var docs = new Javadocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            var reader = docs.new Reader(DocTrees.instance(task));
            for (var unit : task.parse()) {
                reader.scan(unit, unit.getPackageName() + ".");
            }
        }
        return docs;
    }

    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(texts.get(type.getName()));
    }

    Optional<String> of(Method method) {
        return Optional.ofNullable(texts.get(method.getDeclaringClass().getName() + "#" + method.getName()));
    }

    /** Is told what stands before the name of a type: its package, or the type around it. */
    private final class Reader extends TreePathScanner<Void, String> {

        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, String before) {
            var name = before + type.getSimpleName();
            keep(name);
            return super.visitClass(type, name + "$");
        }

        @Override
        public Void visitMethod(MethodTree method, String before) {
            keep(before.substring(0, before.length() - 1) + "#" + method.getName());
            return null;
        }

        private void keep(String name) {
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                texts.put(
                        name,
                        comment.getFullBody().stream()
                                .map(Javadocs::markdown)
                                .collect(Collectors.joining())
                                .replaceAll("\\s+", " ")
                                .strip());
            }
        }
    }

    private static String markdown(DocTree part) {
        return switch (part.getKind()) {
            case CODE, LITERAL -> "`" + ((LiteralTree) part).getBody().getBody() + "`";
            case LINK, LINK_PLAIN ->
                "`" + ((LinkTree) part).getReference().getSignature().replaceFirst(".*#", "") + "`";
            case START_ELEMENT, END_ELEMENT -> " ";
            default -> part.toString();
        };
    }
}
