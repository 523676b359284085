internal import Compression
internal import Extraction
internal import Foundation

/// The files that a command line names.
enum InputFiles {
  /// What files of a folder are meant.
  enum Kind {
    case records, rdf
    /// What exports write, by its name.
    case exports

    private func ending(of name: String) -> String {
      PathName(CompressionFormat.nameInside(name)).ending
    }

    func includes(_ name: String) -> Bool {
      guard self != .exports else { return DescribedFiles.mediaType(of: name) != nil }
      if self == .records, ExtractorFormat.endings.contains(ending(of: name)) { return true }
      return InputSyntax(fileName: name).map { ($0.rdf == nil) == (self == .records) } ?? false
    }
  }

  /// The files of the inputs in their order; those of a folder by name.
  ///
  /// - Parameters:
  ///   - inputs: files, folders, patterns or `-`.
  ///   - kinds: what is looked for in a folder: the first of these that is there.
  /// - Returns: the names.
  /// - Throws: ``RunError`` when there is no such file.
  static func expand(
    _ inputs: [String], _ kinds: [Kind] = [.records]
  ) throws(RunError) -> [String] {
    var names: [String] = []
    for input in inputs {
      var isFolder: ObjCBool = false
      let isThere = unsafe FileManager.default.fileExists(
        atPath: input, isDirectory: &isFolder)
      let exists = input == "-" || isThere
      if isFolder.boolValue {
        let all = (FileManager.default.enumerator(atPath: input)?.allObjects ?? [])
          .compactMap { $0 as? String }.sorted()
        let found = kinds.lazy.map { kind in all.filter { kind.includes($0) } }
          .first { !$0.isEmpty }
        guard let found else {
          throw RunError(
            .failedInputOutput, file: input,
            kinds == [.records]
              ? "no record is in this folder; expected .json, .jsonl, .yaml, .tsv or .ann files"
              : kinds == [.exports]
                ? "no export is in this folder; expected .nq, .trig, .nt, .ttl or .rdf files"
                : "neither records nor RDF are in this folder; expected .json, .jsonl, .yaml, "
                  + ".tsv or .ann files, or .nt, .nq, .ttl, .trig or .rdf files")
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

  /// All bytes of a file.
  ///
  /// - Throws: ``RunError`` with what the system says.
  static func bytes(_ name: String) throws(RunError) -> [UInt8] {
    try FileInput(name).rest()
  }
}
