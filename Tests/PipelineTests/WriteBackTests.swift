import Foundation
import Testing

@testable import Pipeline

@Suite struct WriteBackTests {
  private static let size = 1 << 16

  /// A file of which all but the begin goes to the device as it is written has all of its bytes.
  @Test func windowKeepsTheBytes() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    #expect(descriptor >= 0)
    defer { close(descriptor) }
    var writeBack = WriteBack(least: 4 * Self.size, step: 2 * Self.size)
    var all: [UInt8] = []
    for part in 0..<32 {
      let bytes = [UInt8](repeating: UInt8(part), count: Self.size)
      try FileOutput.write(bytes, to: descriptor, name: path)
      all += bytes
      try writeBack.advance(to: all.count, of: descriptor, name: path)
    }
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == all)
  }

  /// Where the device does not take a range, no later call tells it.
  @Test func failureIsTold() {
    var writeBack = WriteBack(least: 1, step: 1)
    #expect(throws: Never.self) { try writeBack.advance(to: 1, of: -1, name: "out.nq") }
    let error = #expect(throws: RunError.self) {
      try writeBack.advance(to: 2, of: -1, name: "out.nq")
    }
    #expect(error?.message.contains("out.nq: error: cannot be written: ") == true)
  }

  /// What has no device, as a pipe, is left alone.
  @Test func pipesAreLeftAlone() throws {
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var writeBack = WriteBack(least: 1, step: 1)
    for count in 1..<4 { try writeBack.advance(to: count, of: ends[1], name: "pipe") }
  }
}
