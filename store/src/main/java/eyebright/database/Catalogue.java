package eyebright.database;

/// The questions by which a database tells its tables, for [Table].
///
/// @param tables their names but for one, that of Flyway's, in the order of their characters
/// @param references the names of the tables that a table refers to
/// @param columns name and type of each column of a table, in their order
/// @param key the names of the columns of a table's primary key, in their order
record Catalogue(String tables, String references, String columns, String key) {

    static final Catalogue SQLITE =
            new Catalogue(
                    """
                    SELECT name FROM sqlite_schema
                    WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> ?
                    ORDER BY name""",
                    "SELECT \"table\" FROM pragma_foreign_key_list(?)",
                    "SELECT name, type FROM pragma_table_info(?) ORDER BY cid",
                    "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");

    /// Which keys are those of the database is no row of what is kept.
    static final Catalogue POSTGRESQL =
            new Catalogue(
                    """
                    SELECT tablename FROM pg_tables
                    WHERE schemaname = current_schema() AND tablename <> 'key_check' AND tablename <> ?
                    ORDER BY tablename COLLATE "C\"""",
                    """
                    SELECT other.relname FROM pg_constraint c
                    JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class other ON other.oid = c.confrelid
                    JOIN pg_namespace n ON n.oid = t.relnamespace
                    WHERE c.contype = 'f' AND n.nspname = current_schema() AND t.relname = ?""",
                    """
                    SELECT column_name, data_type FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = ?
                    ORDER BY ordinal_position""",
                    """
                    SELECT a.attname FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
                    JOIN pg_namespace n ON n.oid = t.relnamespace
                    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey)
                    WHERE i.indisprimary AND n.nspname = current_schema() AND t.relname = ?
                    ORDER BY array_position(i.indkey::int2[], a.attnum)""");
}
