internal import ArgumentParser
internal import Pipeline

/// `griot formats`: what can be written.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the formats that export writes, and what each holds.",
    discussion: """
      Example:
        griot formats
      """)

  func run() {
    for format in ExportFormat.allCases {
      let name = format.rawValue + String(repeating: " ", count: max(0, 8 - format.rawValue.count))
      print("\(name)\(format.summary) (\(format.mediaType))")
    }
  }
}

/// `griot schema`: the record's JSON Schema.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema (draft 2020-12) of the extraction record.",
    discussion: """
      Example:
        griot schema > record.schema.json
      """)

  func run() {
    print(Run.recordSchema)
  }
}
