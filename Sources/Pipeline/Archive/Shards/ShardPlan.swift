internal import Foundation

/// Which document goes to which shard: each shard has the documents that begin in its part of the
/// input's bytes, so that it is done before the next one begins.
struct ShardPlan: Sendable {
  /// How many shards there are.
  let count: Int
  /// How many bytes of unpacked input there are before each file, and last in all.
  private let starts: [Int]

  /// Measures the files; packed ones are unpacked for it.
  ///
  /// - Throws: ``RunError`` when one cannot be read, or not twice.
  init(
    _ count: Int, of names: [String], _ configuration: Configuration
  ) throws(RunError) {
    self.count = count
    var starts = [0]
    for name in names {
      starts.append(starts[starts.count - 1] + (try Self.size(of: name, configuration)))
    }
    self.starts = starts
  }

  private static func size(
    of name: String, _ configuration: Configuration
  ) throws(RunError) -> Int {
    var status = stat()
    guard name != "-" else {
      throw RunError(
        .wrongUsage, file: "<stdin>", "--shards reads its input twice; expected files")
    }
    guard unsafe stat(name, &status) == 0 else {
      throw FileOutput.failure(name, "cannot be read")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw RunError(.wrongUsage, file: name, "--shards reads its input twice; expected a file")
    }
    guard RecordFile.isPacked(name) else { return Int(status.st_size) }
    let input = try FileInput(name, limits: configuration.unpackLimits)
    var size = 0
    while case let part = try input.next(), !part.isEmpty { size += part.count }
    return size
  }

  /// The shard of a document.
  ///
  /// - Parameters:
  ///   - file: the number of its file.
  ///   - offset: where it begins in that, in bytes.
  /// - Returns: the shard's number, from 0.
  func shard(file: Int, offset: Int) -> Int {
    let total = max(starts[starts.count - 1], 1)
    let (high, low) = (starts[file] + offset).multipliedFullWidth(by: count)
    return min(total.dividingFullWidth((high, low)).quotient, count - 1)
  }

  /// A shard's name.
  static func name(_ shard: Int) -> String {
    let digits = "\(shard)"
    return "part-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
