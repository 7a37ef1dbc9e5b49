# shellcheck shell=sh
# What no tracked file may say. Sourced by ./verify.

# Prints the lines of tracked files in the checkout $1 that name a package registry's host, which is for each
# machine's settings to say, or a folder of one machine. The patterns are written so that they do not match
# themselves. 1 if there are any.
scan() {
    hosts='repo1?[.]maven|central[.]sonatype|registry[.](npmjs|yarnpkg)|files[.]pythonhosted|pypi[.]org'
    hosts="$hosts|plugins[.]gradle|jitpack[.]io|rubygems[.]org|proxy[.]golang|static[.]crates|cran[.]r-project"
    folders='(^|[^A-Za-z0-9_.$}/>-])/(home|root|work|Users)/[A-Za-z0-9._-]'
    ! git -C "$1" grep -nIE -e "$hosts" -e "$folders"
}
