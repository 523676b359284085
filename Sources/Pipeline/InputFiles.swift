internal import Extraction
internal import Foundation
internal import JSON
internal import RDF

/// The files that a command line names.
enum InputFiles {
  /// One file of records.
  struct File {
    /// Its name for messages and, without its ending, for output.
    let name: String
    let bytes: [UInt8]
    /// The folder it is in, or nil of standard input.
    let folder: String?

    /// Its name without folders and ending.
    var stem: String {
      let last = (name as NSString).lastPathComponent
      return folder == nil ? "stdin" : (last as NSString).deletingPathExtension
    }

    /// The records in it: one, one a line in JSON Lines, or one a document in YAML.
    var records: [(bytes: [UInt8], firstLine: Int)] {
      if syntax == .yaml {
        return YAMLDocuments(bytes).map { (Array(bytes[$0.range]), $0.firstLine) }
      }
      guard isJSONLines else { return [(bytes, 1)] }
      var records: [(bytes: [UInt8], firstLine: Int)] = []
      var line = 1
      var position = 0
      for range in JSONLines(bytes) {
        line += bytes[position..<range.lowerBound].count { $0 == 0x0A }
        position = range.lowerBound
        records.append((Array(bytes[range]), line))
      }
      return records
    }

    /// By its ending; on standard input by its first character.
    var syntax: RecordSyntax {
      folder == nil ? RecordSyntax(textBeginning: bytes) : RecordSyntax(fileName: name)
    }

    /// By its ending; on standard input, when the first line is a whole JSON value of several.
    private var isJSONLines: Bool {
      if folder != nil { return name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") }
      var lines = JSONLines(bytes)
      guard let first = lines.next(), lines.next() != nil else { return false }
      return (try? JSONDocument.parse(bytes, range: first)) != nil
    }
  }

  static let endings = ["json", "jsonl", "ndjson", "yaml", "yml"]

  /// The files of the inputs in their order; those of a folder by name.
  static func expand(_ inputs: [String]) throws(RunError) -> [String] {
    var names: [String] = []
    for input in inputs {
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(
        atPath: input, isDirectory: &isFolder)
      let exists = input == "-" || isThere
      if isFolder.boolValue {
        let found = (FileManager.default.enumerator(atPath: input)?.allObjects ?? [])
          .compactMap { $0 as? String }
          .filter { endings.contains(($0 as NSString).pathExtension) }.sorted()
        guard !found.isEmpty else {
          throw RunError(
            .wrongUsage, file: input,
            "no record is in this folder; expected .json, .jsonl or .yaml files")
        }
        names += found.map { (input.hasSuffix("/") ? input : input + "/") + $0 }
      } else if exists {
        names.append(input)
      } else if input.contains(where: { "*?[".contains($0) }) {
        let found = matches(input)
        guard !found.isEmpty else {
          throw RunError(.failedInputOutput, file: input, "no file matches this pattern")
        }
        names += found
      } else {
        throw RunError(.failedInputOutput, file: input, "there is no such file or folder")
      }
    }
    return names
  }

  private static func matches(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
    var names: [String] = []
    for index in 0..<Int(unsafe found.gl_pathc) {
      if let path = unsafe found.gl_pathv[index] { names.append(unsafe String(cString: path)) }
    }
    return names
  }

  static func read(_ name: String) throws(RunError) -> File {
    guard name != "-" else {
      return File(
        name: "<stdin>", bytes: Array(FileHandle.standardInput.readDataToEndOfFile()), folder: nil)
    }
    let folder = (name as NSString).deletingLastPathComponent
    return File(name: name, bytes: try bytes(name), folder: folder.isEmpty ? "." : folder)
  }

  static func bytes(_ name: String) throws(RunError) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: name)))
    } catch {
      let reason = unsafe String(cString: strerror(errno))
      throw RunError(.failedInputOutput, file: name, "cannot be read: \(reason)")
    }
  }
}
