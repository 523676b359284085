/// What indexes parts for QLever.
struct QLeverBulk {
  private let count: Int

  init(_ count: Int) { self.count = count }

  var files: [BulkFile] {
    [
      BulkFile(
        name: "Qleverfile",
        text: """
          [data]
          NAME         = griot
          DESCRIPTION  = Articles, by griot
          FORMAT       = nq

          [index]
          INPUT_FILES      = part-*.nq.gz
          CAT_INPUT_FILES  = zcat ${INPUT_FILES}
          SETTINGS_JSON    = { "num-triples-per-batch": 1000000 }

          [server]
          PORT         = 7001
          ACCESS_TOKEN = ${data:NAME}

          [runtime]
          SYSTEM = native

          """),
      BulkFile(
        name: BulkScript.name,
        text: BulkScript.text(
          "QLever", usage: "", arguments: 0...0, parts: count,
          """
          command -v qlever >/dev/null || fail 3 "qlever is not in PATH; nothing was indexed"
          cd "$folder"
          qlever index >&2 || fail 3 "not all could be indexed"

          """)),
      BulkFile(
        name: BulkScript.readMeName,
        text: BulkScript.readMe(
          "QLever", tried: false,
          """
          ```sh
          sh load.sh
          qlever start
          ```

          `Qleverfile` holds the settings of `qlever`; the index is made in this folder.

          """)),
    ]
  }
}
