//! Opening the database: whose it is, which schema it has, and how it is set up.

use super::{StoreError, photo_text, search};
use rusqlite::{Connection, OpenFlags, Transaction};
use rusqlite_migration::{M, Migrations};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

const FILE: &str = "desk.sqlite";

/// "Cutl". Stands in the database's header and says that the file is ours.
const APPLICATION_ID: i64 = 0x4375_746C;

/// Every migration, in its order. The third one also folds text, which SQL cannot.
pub(super) fn schema() -> Vec<M<'static>> {
    vec![
        M::up(include_str!("migrations/0001-the-first-desk.sql")).foreign_key_check(),
        M::up(include_str!("migrations/0002-photographs.sql")).foreign_key_check(),
        M::up_with_hook(include_str!("migrations/0003-writing.sql"), |db: &Transaction<'_>| {
            Ok(photo_text::fill(db)?)
        })
        .foreign_key_check(),
        M::up(include_str!("migrations/0004-export.sql")).foreign_key_check(),
    ]
}

/// The schema that [`schema`] leads to.
const NEWEST: i64 = 4;

/// The connection that writes, identified, backed up and brought up to the present schema; and a
/// second one, for checkpoints.
pub fn for_writing(folder: &Path) -> Result<(Connection, Connection), StoreError> {
    let path = folder.join(FILE);
    let mut connection = Connection::open(&path)?;
    let schema = identify(&connection, &path)?;
    set_up(&connection)?;
    bring_up(&mut connection, folder, schema, self::schema())?;
    let second = Connection::open(&path)?;
    set_up(&second)?;
    Ok((connection, second))
}

/// A connection that cannot write.
pub fn for_reading(folder: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(folder.join(FILE), flags)?;
    connection.busy_timeout(BUSY)?;
    search::add_to(&connection)?;
    Ok(connection)
}

/// Whether a desk that `holder` holds can be read by this program.
pub fn check_for_reading(folder: &Path, holder: &str) -> Result<(), StoreError> {
    let path = folder.join(FILE);
    let not_ready = || StoreError::NotReady { by: holder.to_owned() };
    if !path.exists() {
        return Err(not_ready());
    }
    match identify(&for_reading(folder)?, &path)? {
        NEWEST => Ok(()),
        _ => Err(not_ready()),
    }
}

const BUSY: Duration = Duration::from_secs(5);

fn set_up(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Checkpoints have a thread of their own.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What a writer takes out of a story does not linger in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(())
}

/// Looks at a database without changing it; answers its schema, 0 for a new one.
fn identify(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let not_ours = || StoreError::NotOurs(path.to_owned());
    let application = match pragma("application_id").map_err(StoreError::from) {
        Err(StoreError::Damaged(_)) => return Err(not_ours()),
        other => other?,
    };
    let schema = pragma("user_version")?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (application, schema) {
        (0, 0) if tables == 0 => Ok(0),
        (APPLICATION_ID, _) if schema > NEWEST => {
            Err(StoreError::Newer { path: path.to_owned(), schema })
        }
        (APPLICATION_ID, _) => Ok(schema),
        _ => Err(not_ours()),
    }
}

fn bring_up(
    connection: &mut Connection,
    folder: &Path,
    from: i64,
    schema: Vec<M<'_>>,
) -> Result<(), StoreError> {
    let newest = i64::try_from(schema.len()).unwrap_or(i64::MAX);
    if from > 0 && from < newest {
        back_up(connection, &folder.join("backups"), from)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    let migrations = Migrations::new(schema);
    migrations.to_latest(connection).map_err(StoreError::Migration)
}

/// Keeps the database as it is now, before it is changed. One backup for each schema.
fn back_up(connection: &Connection, folder: &Path, schema: i64) -> Result<PathBuf, StoreError> {
    let cannot_write = |path: &Path, cause| StoreError::CannotWrite { path: path.into(), cause };
    fs::create_dir_all(folder).map_err(|cause| cannot_write(folder, cause))?;
    let kept = folder.join(format!("before-schema-{}.sqlite", schema + 1));
    let part = kept.with_extension("part");
    if part.exists() {
        fs::remove_file(&part).map_err(|cause| cannot_write(&part, cause))?;
    }
    connection.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    let synced = fs::File::open(&part).and_then(|file| file.sync_all());
    synced.and_then(|()| fs::rename(&part, &kept)).map_err(|cause| cannot_write(&kept, cause))?;
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_valid() {
        assert_eq!(schema().len(), usize::try_from(NEWEST).unwrap());
        Migrations::new(schema()).validate().unwrap();
    }

    #[test]
    fn an_older_database_is_kept_before_it_is_brought_up() {
        let folder = std::env::temp_dir().join(format!("cutline-open-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let one = vec![M::up("CREATE TABLE a (x); INSERT INTO a VALUES ('kept');")];
        let two = vec![one[0].clone(), M::up("DROP TABLE a;")];
        let mut connection = Connection::open(folder.join(FILE)).unwrap();
        bring_up(&mut connection, &folder, 0, one).unwrap();
        bring_up(&mut connection, &folder, 1, two).unwrap();
        let backup = Connection::open(folder.join("backups/before-schema-2.sqlite")).unwrap();
        let kept: String = backup.query_row("SELECT x FROM a", [], |row| row.get(0)).unwrap();
        let (application, schema): (i64, i64) = backup
            .query_row("SELECT * FROM pragma_application_id, pragma_user_version", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!((kept.as_str(), application, schema), ("kept", APPLICATION_ID, 1));
    }
}
