/// What loads parts into Virtuoso.
///
/// The loader writes no transaction log. With a checkpoint before and one after, and none between,
/// a server that is killed begins again with what it had before.
struct VirtuosoBulk {
  private let count: Int

  init(_ count: Int) { self.count = count }

  /// In two halves, for a statement that fails is said again.
  private static let done = ("griot: all parts ", "are loaded")

  var files: [BulkFile] {
    [
      BulkFile(name: "load.sql", text: sql),
      BulkFile(
        name: BulkScript.name,
        text: BulkScript.text(
          "Virtuoso", usage: "[HOST:PORT [USER]]", arguments: 0...2, parts: count, script)),
      BulkFile(
        name: BulkScript.readMeName,
        text: BulkScript.readMe(
          "Virtuoso 7", tried: true,
          """
          ```sh
          sh load.sh localhost:1111 dba
          ```

          The server reads the parts itself: this folder must be on its machine and in `DirsAllowed` of
          its `virtuoso.ini`. The port is that of SQL. The password is that of `GRIOT_STORE_PASSWORD`, or
          `dba`; it is no argument of any program.

          Statements are added to what graphs hold. A server that is killed on the way has afterwards what
          it had before; when the connection is cut, the server goes on to the end. A load that fails
          otherwise says so, and may leave some of the parts until it is done again. To put articles in
          the place of older ones, use `griot load`. Two procedures, `DB.DBA.GRIOT_BULK_…`, stay behind.

          """)),
    ]
  }

  private var script: String {
    #"""
    isql=$(command -v isql-vt || command -v isql-v) || fail 3 "isql-vt is not in PATH; nothing was loaded"
    target=${target:-localhost:1111}
    user=${second:-dba}
    # Tried with its own password, which is dba, isql asks for another in its input: so that the one that
    # is not dba is no argument that others could see.
    statements() {
      case ${GRIOT_STORE_PASSWORD:-dba} in
        dba) ;;
        *) printf '%s\n' "$GRIOT_STORE_PASSWORD" ;;
      esac
      cat
    }
    ask() {
      statements | timeout --foreground "$1" "$isql" "$target" "$user" BANNER=OFF VERBOSE=OFF PROMPT=OFF ERRORS=STDOUT -i "$folder" 2>&1 || true
    }
    # What is said of a password that is none may hold it, and is not shown.
    case $(echo "select concat ('griot: it is ', 'open');" | ask 60) in
      *"griot: it is open"*) ;;
      *CL033*) fail 3 "no Virtuoso answers at $target; nothing was loaded" ;;
      *) fail 3 "Virtuoso does not let $user in at $target with this password (GRIOT_STORE_PASSWORD); nothing was loaded" ;;
    esac
    said=$(ask 0 < "$folder/load.sql")
    case $said in
      *"\#(Self.done.0)\#(Self.done.1)"*) ;;
      *) fail 3 "Virtuoso does not load the parts: $(printf '%s\n' "$said" | sed -n '/Error/{p;q;}')" ;;
    esac

    """#
  }

  /// Called with the folder after `-i`; says that it is done only where it is.
  ///
  /// What runs in a queue goes on when the one who asked for it is gone.
  private var sql: String {
    """
    -- Loads the parts of the folder that isql is given after -i. Without a log, and with no checkpoint
    -- between the first and the last one, so that a server that is killed has what it had before; in a
    -- queue, so that a connection that is cut stops nothing.
    create procedure DB.DBA.GRIOT_BULK_LOAD (in folder varchar, in wanted integer)
    {
      declare was, seen integer;
      was := cast (cfg_item_value (virtuoso_ini_path (), 'Parameters', 'CheckpointInterval') as integer);
      declare exit handler for sqlstate '*'
      {
        checkpoint_interval (coalesce (was, 60));
        return concat ('Error ', __SQL_STATE, ': ', __SQL_MESSAGE);
      };
      checkpoint_interval (-1);
      delete from DB.DBA.load_list where strstr (ll_file, concat (folder, '/part-')) = 0;
      commit work;
      ld_dir (folder, 'part-*.nq.gz', 'urn:griot:unnamed');
      seen := (select count (*) from DB.DBA.load_list where strstr (ll_file, concat (folder, '/part-')) = 0);
      if (seen <> wanted)
        signal ('GRIOT', sprintf ('it sees %d of %d parts', seen, wanted));
      exec ('checkpoint');
      DB.DBA.rdf_loader_run (log_enable => 2);
      for (select ll_file as name, ll_error as fault from DB.DBA.load_list
           where strstr (ll_file, concat (folder, '/part-')) = 0 and (ll_state <> 2 or ll_error is not null)) do
        signal ('GRIOT', sprintf ('%s: %s', name, coalesce (fault, 'it was not loaded')));
      exec ('checkpoint');
      checkpoint_interval (coalesce (was, 60));
      return concat ('\(Self.done.0)', '\(Self.done.1)');
    }
    ;
    create procedure DB.DBA.GRIOT_BULK_START (in folder varchar, in wanted integer)
    {
      declare queue, fault any;
      queue := async_queue (1);
      return aq_wait (queue, aq_request (queue, 'DB.DBA.GRIOT_BULK_LOAD', vector (folder, wanted)), 1, fault);
    }
    ;
    select DB.DBA.GRIOT_BULK_START ('$ARGV[$I]', \(count));

    """
  }
}
