/// What loads parts into Ontotext GraphDB.
struct GraphDBBulk {
  private let count: Int

  init(_ count: Int) { self.count = count }

  var files: [BulkFile] {
    [
      BulkFile(
        name: BulkScript.name,
        text: BulkScript.text(
          "Ontotext GraphDB", usage: "REPOSITORY", arguments: 1...1, parts: count,
          """
          command -v importrdf >/dev/null || fail 3 "importrdf is not in PATH; nothing was loaded"
          importrdf load --stop-on-error -i "$target" -m parallel "$@" >&2 || fail 3 "not all could be loaded"

          """)),
      BulkFile(
        name: BulkScript.readMeName,
        text: BulkScript.readMe(
          "Ontotext GraphDB", tried: false,
          """
          ```sh
          sh load.sh REPOSITORY
          ```

          The server must not run meanwhile, `importrdf` of its `bin` must be in `PATH`, and REPOSITORY
          is one that was made before.

          """)),
    ]
  }
}
