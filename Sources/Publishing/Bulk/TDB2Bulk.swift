/// What loads parts into Apache Jena's TDB2.
struct TDB2Bulk {
  private let count: Int

  init(_ count: Int) { self.count = count }

  var files: [BulkFile] {
    [
      BulkFile(
        name: BulkScript.name,
        text: BulkScript.text(
          "Apache Jena TDB2", usage: "LOCATION", arguments: 1...1, parts: count,
          BulkScript.intoNewFolder(
            #"tdb2.tdbloader --loc "$beside" "$@" >&2"#, program: "tdb2.tdbloader"))),
      BulkFile(
        name: BulkScript.readMeName,
        text: BulkScript.readMe(
          "Apache Jena TDB2 (Fuseki)", tried: false,
          """
          ```sh
          sh load.sh LOCATION
          fuseki-server --tdb2 --loc LOCATION /dataset
          ```

          LOCATION is a folder that is not there yet: it appears when all is loaded. To put articles
          in the place of older ones in a store that is there, use `griot load`.

          """)),
    ]
  }
}
