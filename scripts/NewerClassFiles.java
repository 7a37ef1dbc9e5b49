import static java.lang.classfile.ClassFile.JAVA_6_VERSION;
import static java.lang.classfile.ClassFile.JAVA_8_VERSION;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes class files of a format older than that of Java 6 in that of Java 8, in the jars given: java remembers no class of such a
/// format, and would load, check and link each of them anew at every start. What they do stays the same: their code gets the
/// maps of its stack that the newer format asks for, by which java checks it, and checks it in no other way. Everything else in a
/// jar stays as it is, and a jar without such class files as well.
///
///     java scripts/NewerClassFiles.java JAR …
///
/// Prints a line for each jar that it wrote.
final class NewerClassFiles {

    private static final String SUFFIX = ".class";
    private static final int MAJOR_VERSION = 6;

    private NewerClassFiles() {}

    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            Path file = Path.of(jar);
            Map<String, byte[]> classes = old(file);
            if (!classes.isEmpty()) {
                write(file, newer(classes));
                System.out.printf(
                        "%s: %d class files written in the format of Java 8%n",
                        file.getFileName(), classes.size());
            }
        }
    }

    /// The class files of a jar that are too old, by their names.
    private static Map<String, byte[]> old(Path jar) throws IOException {
        var old = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(SUFFIX)) {
                    byte[] bytes = read(zip, entry);
                    if (version(bytes) < JAVA_6_VERSION) {
                        old.put(entry.getName(), bytes);
                    }
                }
            }
        }
        return old;
    }

    private static int version(byte[] classFile) {
        return (classFile[MAJOR_VERSION] & 0xff) << Byte.SIZE | classFile[MAJOR_VERSION + 1] & 0xff;
    }

    private static Map<String, byte[]> newer(Map<String, byte[]> classes) {
        // Of two types a map of the stack names what both extend: these classes among themselves, or those of java.
        ClassHierarchyResolver these =
                ClassHierarchyResolver.ofResourceParsing(described -> stream(classes, described));
        ClassFile format =
                ClassFile.of(
                        ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(
                                these.orElse(ClassHierarchyResolver.defaultResolver())));
        var newer = new LinkedHashMap<String, byte[]>();
        classes.forEach((name, bytes) -> newer.put(name, newer(format, format.parse(bytes))));
        return newer;
    }

    private static byte[] newer(ClassFile format, ClassModel old) {
        ClassTransform version =
                (built, element) -> {
                    if (element instanceof ClassFileVersion) {
                        built.withVersion(JAVA_8_VERSION, 0);
                    } else {
                        built.with(element);
                    }
                };
        // Code that is copied as it is gets no maps.
        CodeTransform written = (built, element) -> built.with(element);
        return format.transformClass(
                old, version.andThen(ClassTransform.transformingMethodBodies(written)));
    }

    private static InputStream stream(Map<String, byte[]> classes, ClassDesc described) {
        String descriptor = described.descriptorString();
        byte[] bytes = classes.get(descriptor.substring(1, descriptor.length() - 1) + SUFFIX);
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }

    /// Writes the jar with these in place of those of the same names.
    private static void write(Path jar, Map<String, byte[]> classes) throws IOException {
        Path written = jar.resolveSibling(jar.getFileName() + ".newer");
        try (var zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(written);
                var out = new ZipOutputStream(file)) {
            for (ZipEntry entry : zip.stream().toList()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                byte[] newer = classes.get(entry.getName());
                out.write(newer == null ? read(zip, entry) : newer);
                out.closeEntry();
            }
        }
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream bytes = zip.getInputStream(entry)) {
            return bytes.readAllBytes();
        }
    }
}
