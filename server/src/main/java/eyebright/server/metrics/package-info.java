/// The figures of a running site for whoever operates it, in the form that Prometheus reads, on a port of their own that
/// only this machine reaches. Counts and times of many; nothing that names a respondent, a page asked for or an address.
@NullMarked
package eyebright.server.metrics;

import org.jspecify.annotations.NullMarked;
