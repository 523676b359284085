/// What loads parts into Oxigraph.
struct OxigraphBulk {
  private let count: Int

  init(_ count: Int) { self.count = count }

  var files: [BulkFile] {
    [
      BulkFile(
        name: BulkScript.name,
        text: BulkScript.text(
          "Oxigraph", usage: "LOCATION", arguments: 1...1, parts: count,
          BulkScript.intoNewFolder(
            #"oxigraph load --location "$beside" --file "$@" >&2"#, program: "oxigraph"))),
      BulkFile(
        name: BulkScript.readMeName,
        text: BulkScript.readMe(
          "Oxigraph", tried: true,
          """
          ```sh
          sh load.sh LOCATION
          oxigraph serve --location LOCATION
          ```

          LOCATION is a folder that is not there yet: it appears when all is loaded. To put articles
          in the place of older ones in a store that is there, use `griot load`.

          """)),
    ]
  }
}
