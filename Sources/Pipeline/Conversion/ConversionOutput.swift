internal import Compression
internal import Foundation

/// Where the bytes of a conversion go.
final class ConversionOutput {
  /// How bytes reach standard output.
  enum Delivery {
    /// As they are made.
    case direct
    /// When all are there.
    case held
  }

  private enum Way {
    case files(OutputSet)
    case direct(Compressor?)
  }

  private let way: Way
  private let name: String

  /// - Throws: ``RunError`` when the output cannot be packed.
  init(
    _ name: String?, _ compression: ExportCompression?, _ delivery: Delivery
  ) throws(RunError) {
    self.name = name ?? "<stdout>"
    if let name {
      way = .files(OutputSet(.file(name), compression))
    } else if delivery == .held {
      way = .files(OutputSet(OutputSet.Place.standardOutput, compression))
    } else {
      do throws(CompressionError) {
        way = .direct(
          try compression.map { one throws(CompressionError) in
            try Compressor(one.format)
          })
      } catch {
        throw RunError(.failedInputOutput, file: "<stdout>", "\(error)")
      }
    }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``RunError`` with what the system says.
  func append(_ bytes: [UInt8]) throws(RunError) {
    switch way {
    case .files(let files): try files.append(bytes, to: name)
    case .direct(nil): try FileOutput.write(bytes, to: STDOUT_FILENO, name: name)
    case .direct(let compressor?):
      var packed: [UInt8] = []
      do throws(CompressionError) {
        try compressor.compress(bytes, into: &packed)
      } catch {
        throw RunError(.failedInputOutput, file: name, "\(error)")
      }
      try FileOutput.write(packed, to: STDOUT_FILENO, name: name)
    }
  }

  /// Ends the output: a file gets its name, standard output all that is held.
  ///
  /// - Returns: the file with its bytes, if there is one.
  /// - Throws: ``RunError`` with what the system says.
  func finish() throws(RunError) -> [(name: String, bytes: Int)] {
    switch way {
    case .files(let files):
      // A file has to be there even where nothing was to be written.
      try files.append([], to: name)
      return try files.commit()
    case .direct(let compressor):
      if let compressor {
        var packed: [UInt8] = []
        do throws(CompressionError) {
          try compressor.finish(into: &packed)
        } catch {
          throw RunError(.failedInputOutput, file: name, "\(error)")
        }
        try FileOutput.write(packed, to: STDOUT_FILENO, name: name)
      }
      guard close(STDOUT_FILENO) == 0 else {
        throw FileOutput.failure(name, "cannot be closed")
      }
      return []
    }
  }
}
