# shellcheck shell=sh disable=SC2154 # version, stamp, dist, say and fail are set by who sources this
# Making an image for containers of an unpacked package, without a daemon and without a registry: it stands on nothing but the
# C library of this machine. Sourced by ./package.

# The shared objects that java and SQLite ask the system for; whoever makes the image passes these on too.
c_library='libc.so.6 libdl.so.2 libm.so.6 libpthread.so.0 librt.so.1'
image_user=10001

# Prints which of the shared objects that java loads without a screen are neither its own nor in the image.
missing_objects() {
    for object in "$made"/runtime/bin/java "$made"/runtime/lib/*.so "$made"/runtime/lib/server/libjvm.so; do
        case ${object##*/} in
            # Windows, sound and the picture shown at the start of a program need a screen's libraries; Eyebright has neither.
            libawt_xawt.so | libsplashscreen.so | libjawt.so | libjsound.so) continue ;;
        esac
        ldd "$object" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => .*/\1/p'
    done | sort -u | while IFS= read -r needed; do
        case " $c_library " in *" $needed "*) continue ;; esac
        case $needed in linux-vdso.so.1 | ld-linux-x86-64.so.2) continue ;; esac
        if [ -z "$(find "$made/runtime/lib" -name "$needed")" ]; then
            printf '%s ' "$needed"
        fi
    done
}

# Fills folder $2 with the files of the image of package $1.
make_root() {
    mkdir -p "$2/lib64" "$2/lib/x86_64-linux-gnu" "$2/etc" "$2/tmp" "$2/data" "$2/usr/share/doc/libc6"
    cp -L /lib64/ld-linux-x86-64.so.2 "$2/lib64"
    for object in $c_library; do
        found=
        for folder in /lib/x86_64-linux-gnu /lib64 /usr/lib64 /usr/lib; do
            if [ -z "$found" ] && [ -e "$folder/$object" ]; then
                found=$folder/$object
            fi
        done
        [ -n "$found" ] || fail "needs $object of glibc for the image, and found none"
        cp -L "$found" "$2/lib/x86_64-linux-gnu"
    done
    # The C library is the GNU project's under its own licence; whoever passes it on says which it is and where its source is.
    {
        echo "The files of /lib and /lib64 are the GNU C Library, under the GNU Lesser General Public License 2.1 or later."
        echo "Copied without change from: $(sed -n 's/^PRETTY_NAME="\(.*\)"$/\1/p' /etc/os-release), $(ldd --version | head -n 1)"
        echo "Its source is the source package glibc of that version of that system."
    } >"$2/usr/share/doc/libc6/README"
    if [ -r /usr/share/doc/libc6/copyright ]; then
        cp -L /usr/share/doc/libc6/copyright "$2/usr/share/doc/libc6"
    fi
    printf 'root:x:0:0:root:/:/none\neyebright:x:%s:%s:Eyebright:/data:/none\n' "$image_user" "$image_user" >"$2/etc/passwd"
    printf 'root:x:0:\neyebright:x:%s:\n' "$image_user" >"$2/etc/group"
    printf 'hosts: files dns\npasswd: files\ngroup: files\n' >"$2/etc/nsswitch.conf"
    cp -Rp "$1" "$2/eyebright"
    # There is no shell to be the launcher: java reads from this file what the launcher would say.
    # shellcheck disable=SC2086 # options are words
    {
        printf '%s\n' $serving_machine -Xlog:disable -XX:AOTCache=/eyebright/lib/serving.aot \
            --enable-native-access=ALL-UNNAMED -Dorg.sqlite.lib.path=/eyebright/lib -Deyebright.home=/eyebright -Djava.io.tmpdir=/tmp -cp
        (cd "$2" && find_class_path eyebright/lib && printf '%s\n' "$class_path") | sed 's/^/\//; s/:/:\//g'
        echo eyebright.cli.Eyebright
    } >"$2/eyebright/lib/command"
    chmod 1777 "$2/tmp"
    find "$2" -exec touch -h -d "$stamp" {} +
}

# Prints the SHA-256 of file $1.
sum_of() {
    sha256sum "$1" | cut -c 1-64
}

# Moves file $1 among the blobs of layout $2, named by its SHA-256, which it prints.
keep_blob() {
    blob=$(sum_of "$1")
    mv "$1" "$2/blobs/sha256/$blob"
    printf '%s\n' "$blob"
}

# Makes the image of package $1 in archive $2: an OCI image layout, which also has what `docker load` of older versions reads.
make_image() {
    missing=$(missing_objects)
    [ -z "$missing" ] || fail "java asks for shared objects that the image has not: ${missing}; add them to c_library in scripts/image.sh"
    root=$dist/root
    layout=$dist/layout
    rm -rf "$root" "$layout"
    mkdir -p "$root" "$layout/blobs/sha256"
    make_root "$1" "$root"
    # What the user may write belongs to that user; the rest to root.
    {
        tar -C "$root" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$stamp" --format=gnu --exclude=./data -cf "$layout/layer" .
        tar -C "$root" --owner=$image_user --group=$image_user --numeric-owner --mtime="$stamp" --format=gnu --mode=0700 -rf "$layout/layer" ./data
    }
    size=$(wc -c <"$layout/layer")
    layer=$(keep_blob "$layout/layer" "$layout")
    printf '%s' '{"architecture":"amd64","os":"linux","created":"'"$stamp"'","config":{"Env":["MALLOC_ARENA_MAX=2"],"User":"'$image_user:$image_user'","Entrypoint":["/eyebright/runtime/bin/java","@/eyebright/lib/command"],"Cmd":["--help"],"WorkingDir":"/data","Volumes":{"/data":{}},"ExposedPorts":{"8080/tcp":{}},"Labels":{"org.opencontainers.image.title":"Eyebright","org.opencontainers.image.version":"'"$version"'","org.opencontainers.image.licenses":"Apache-2.0"}},"rootfs":{"type":"layers","diff_ids":["sha256:'"$layer"'"]},"history":[{"created":"'"$stamp"'","created_by":"./package"}]}' >"$layout/config"
    config_size=$(wc -c <"$layout/config")
    config=$(keep_blob "$layout/config" "$layout")
    printf '%s' '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"sha256:'"$config"'","size":'"$config_size"'},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar","digest":"sha256:'"$layer"'","size":'"$size"'}]}' >"$layout/manifest"
    manifest_size=$(wc -c <"$layout/manifest")
    manifest=$(keep_blob "$layout/manifest" "$layout")
    printf '%s' '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:'"$manifest"'","size":'"$manifest_size"',"platform":{"architecture":"amd64","os":"linux"},"annotations":{"io.containerd.image.name":"docker.io/library/eyebright:'"$version"'","org.opencontainers.image.ref.name":"'"$version"'"}}]}' >"$layout/index.json"
    printf '%s' '{"imageLayoutVersion":"1.0.0"}' >"$layout/oci-layout"
    printf '%s' '[{"Config":"blobs/sha256/'"$config"'","RepoTags":["eyebright:'"$version"'"],"Layers":["blobs/sha256/'"$layer"'"]}]' >"$layout/manifest.json"
    tar -C "$layout" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$stamp" --format=gnu -cf - \
        blobs index.json manifest.json oci-layout | gzip -n9 >"$2"
    (cd "${2%/*}" && sha256sum "${2##*/}" >"${2##*/}.sha256")
    rm -rf "$root" "$layout"
    say "$(du -h "$2" | cut -f 1) $2"
}
