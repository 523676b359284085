internal import Foundation
internal import RDF

/// The files of a run: they get their names together, or none does.
package final class OutputSet {
  /// Where files go.
  enum Place: Equatable {
    case folder(String)
    /// One file of that name.
    case file(String)
    case standardOutput
  }

  private let target: Place
  private let compression: ExportCompression?
  private var files: [StagedFile] = []
  private var byName: [String: StagedFile] = [:]
  private var openCount = 0
  /// The folders that were made for this run and are removed again when it fails.
  private var madeFolders: [String] = []
  private var isCommitted = false

  /// How many files may be open at a time.
  private static let openLimit = 128

  package convenience init(_ target: ExportTarget, _ compression: ExportCompression? = nil) {
    switch target {
    case .folder(let folder): self.init(Place.folder(folder), compression)
    case .standardOutput: self.init(Place.standardOutput, compression)
    }
  }

  init(_ target: Place, _ compression: ExportCompression?) {
    self.target = target
    self.compression = compression
  }

  deinit {
    files = []
    byName = [:]
    guard !isCommitted else { return }
    for folder in madeFolders.reversed() {
      _ = unsafe rmdir(folder)
      TemporaryNames.shared.remove(folder + "/")
    }
  }

  /// Adds bytes to a file of the target.
  ///
  /// - Throws: ``RunError`` with what the system says.
  package func append(_ bytes: [UInt8], to name: String) throws(RunError) {
    if let file = byName[name] { return try file.append(bytes) }
    let file = try StagedFile(try path(of: name), compression)
    byName[name] = file
    files.append(file)
    openCount += 1
    try file.append(bytes)
  }

  /// Where a file is written: in the target folder, or in a temporary one until all is well.
  private func path(of name: String) throws(RunError) -> String {
    switch target {
    case .folder(let folder):
      if files.isEmpty { madeFolders += try Self.makeFolder(folder) }
      let file = compression.map { "\(name).\($0.rawValue)" } ?? name
      return folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
    case .file(let name):
      TemporaryNames.removeStale(in: PathName(name).folder)
      return name
    case .standardOutput:
      return NSTemporaryDirectory() + "griot-stdout-\(getpid())"
    }
  }

  /// What waits on its way to a file of the target, beside where that will stand.
  ///
  /// - Throws: ``RunError`` with what the system says.
  package func spool() throws(RunError) -> SpoolFile {
    switch target {
    case .folder(let folder):
      madeFolders += try Self.makeFolder(folder)
      return SpoolFile(in: folder)
    case .file(let name): return SpoolFile(in: PathName(name).folder)
    case .standardOutput: return SpoolFile(in: NSTemporaryDirectory())
    }
  }

  /// Makes a folder, and those above it, where they are not there.
  ///
  /// - Returns: those that were made, the outermost first.
  /// - Throws: ``RunError`` with what the system says.
  static func makeFolder(_ folder: String) throws(RunError) -> [String] {
    var missing: [String] = []
    var made: [String] = []
    var path = folder
    var status = stat()
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    while unsafe stat(path, &status) != 0, errno == ENOENT {
      missing.append(path)
      path = PathName(path).folder
    }
    for path in missing.reversed() {
      guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else {
        throw FileOutput.failure(folder, "cannot be made a folder")
      }
      made.append(path)
      TemporaryNames.shared.add(path + "/")
    }
    guard unsafe stat(folder, &status) == 0 else {
      throw FileOutput.failure(folder, "cannot be used as a folder")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw RunError(
        .failedInputOutput, file: folder, "is not a folder; expected one to write into")
    }
    TemporaryNames.removeStale(in: folder)
    return made
  }

  /// Says that the files so far get no more bytes.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func finishFiles() throws(RunError) {
    guard target != .standardOutput else { return }
    for file in byName.values.sorted(by: { $0.name < $1.name }) {
      try file.finish()
      if openCount > Self.openLimit { try file.seal() }
    }
    byName = [:]
  }

  /// Gives all files their names, or leaves all old ones as they were.
  ///
  /// - Returns: the files in order, each with its bytes.
  /// - Throws: ``RunError`` with what the system says.
  package func commit() throws(RunError) -> [(name: String, bytes: Int)] {
    if target == .standardOutput {
      try copyToStandardOutput()
      return []
    }
    try finishFiles()
    try TemporaryNames.shared.uninterrupted { (names) throws(RunError) in
      do throws(RunError) {
        let opens = files.count <= Self.openLimit
        for file in files { try file.replace(opens: opens, &names) }
        try files.first?.syncFolder()
      } catch {
        throw takingBack(after: error, &names)
      }
      for file in files { file.discardOld(&names) }
      for folder in madeFolders { names.remove(folder + "/") }
    }
    isCommitted = true
    return files.map { ($0.name, $0.count) }
  }

  /// Puts the old files back.
  ///
  /// - Returns: the error that made it needed, with what could not be put back.
  private func takingBack(after error: RunError, _ names: inout Set<String>) -> RunError {
    var reasons = [error.reason]
    for file in files.reversed() {
      do throws(RunError) {
        try file.takeBack(&names)
      } catch {
        reasons.append("and \(file.name), already replaced, could not be put back: \(error.reason)")
      }
    }
    return RunError(
      error.outcome, file: error.diagnostic.file, reasons.joined(separator: "; "))
  }

  private func copyToStandardOutput() throws(RunError) {
    for file in files { try file.copy(to: STDOUT_FILENO, name: "<stdout>") }
    guard close(STDOUT_FILENO) == 0 else {
      throw FileOutput.failure("<stdout>", "cannot be closed")
    }
    isCommitted = true
  }
}
