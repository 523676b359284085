internal import ArgumentParser
internal import Pipeline

/// `griot formats`: what can be read and written.
struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the formats that export writes and convert reads and writes.",
    discussion: """
      Example:
        griot formats
      """)

  @Flag(help: "As one JSON object, for programs.")
  var json = false

  func run() {
    guard !json else {
      print(Run.formats)
      return
    }
    print("export writes:")
    for format in ExportFormat.allCases {
      print("  \(Self.padded(format.rawValue))\(format.summary) (\(format.mediaType))")
    }
    print("\nconvert reads and writes:")
    for syntax in ConversionSyntax.allCases {
      print(
        "  \(Self.padded(syntax.rawValue))\(syntax.name): \(syntax.summary)"
          + " (\(syntax.mediaType))")
    }
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 10 - name.count))
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
