import Compression
import Foundation
import Testing

@Suite struct CompressionTests {
  private func pack(
    _ bytes: [UInt8], _ format: CompressionFormat, part: Int = .max
  ) throws -> [UInt8] {
    let compressor = try Compressor(format)
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let end = part > bytes.count - position ? bytes.count : position + part
      try compressor.compress(Array(bytes[position..<end]), into: &output)
      position = end
    }
    try compressor.finish(into: &output)
    return output
  }

  private func unpack(
    _ bytes: [UInt8], _ format: CompressionFormat, part: Int = 1 << 20,
    limits: DecompressionLimits = DecompressionLimits()
  ) throws -> [UInt8] {
    let decompressor = try Decompressor(format, limits: limits)
    var output: [UInt8] = []
    var position = 0
    while true {
      while true {
        let found = try decompressor.next()
        if found.isEmpty { break }
        output += found
      }
      if position == bytes.count { break }
      let end = min(position + part, bytes.count)
      decompressor.feed(Array(bytes[position..<end]))
      position = end
    }
    try decompressor.end()
    return output
  }

  /// Bytes that pack badly, the same on every run.
  private func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 42
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
  }

  private func text(_ lines: Int) -> [UInt8] {
    (0..<lines).flatMap { Array("line \($0 &* 2_654_435_761 % 1_000_003)\n".utf8) }
  }

  @Test(arguments: CompressionFormat.allCases, [1, 7, 4096, Int.max])
  func givesBackWhatWasPacked(_ format: CompressionFormat, _ part: Int) throws {
    let isLarge = part > 1000
    let texts = [[], [65], noise(isLarge ? 300_000 : 3000), text(isLarge ? 20_000 : 300)]
    for bytes in texts {
      let packed = try pack(bytes, format, part: part)
      #expect(try unpack(packed, format, part: part > 1 << 20 ? 1 << 20 : part) == bytes)
      #expect(try pack(bytes, format, part: part) == packed)
      #expect(CompressionFormat(beginning: packed) == format)
    }
  }

  /// The formats' own tools agree.
  @Test(arguments: CompressionFormat.allCases)
  func toolsAgree(_ format: CompressionFormat) throws {
    let program = format == .gzip ? "/usr/bin/gzip" : "/usr/bin/zstd"
    guard FileManager.default.fileExists(atPath: program) else { return }
    let bytes = text(3000)
    let unpacked = try run(program, ["-dc"], try pack(bytes, format))
    #expect(unpacked == bytes)
    #expect(try unpack(try run(program, ["-c"], bytes), format) == bytes)
  }

  private func run(_ program: String, _ arguments: [String], _ input: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(input).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let found = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(found)
  }

  @Test(arguments: CompressionFormat.allCases, [1, 5, 1 << 20])
  func membersFollowOneAnother(_ format: CompressionFormat, _ part: Int) throws {
    let packed = try pack(text(30), format) + pack([], format) + pack(text(20), format)
    #expect(try unpack(packed, format, part: part) == text(30) + text(20))
  }

  /// Cut anywhere, the data are an error that says where they end.
  @Test(arguments: CompressionFormat.allCases)
  func cutShort(_ format: CompressionFormat) throws {
    let packed = try pack(text(100), format)
    for count in 0..<packed.count {
      #expect(throws: CompressionError.truncated(format, offset: count)) {
        try unpack(Array(packed[..<count]), format)
      }
    }
  }

  /// One byte other than it was is an error, with a place that is no later.
  @Test(arguments: CompressionFormat.allCases)
  func damaged(_ format: CompressionFormat) throws {
    let bytes = noise(200_000)
    let packed = try pack(bytes, format)
    for place in [0, 1, 2, 100_000, 199_000, packed.count - 5, packed.count - 1] {
      var other = packed
      other[place] ^= 0x55
      let error = #expect(throws: CompressionError.self, "\(place)") { try unpack(other, format) }
      guard case .corrupt(_, let offset, _) = error else {
        Issue.record("\(place): \(String(describing: error))")
        continue
      }
      // zstd names the block's first byte, or where the checksum stands; gzip where it saw it.
      #expect(offset <= packed.count)
      if place < 3 { #expect(offset <= 4) }
    }
  }

  @Test(arguments: CompressionFormat.allCases)
  func whatFollowsIsAnError(_ format: CompressionFormat) throws {
    let packed = try pack(text(10), format)
    let error = #expect(throws: CompressionError.self) {
      try unpack(packed + Array("and more, which is not packed".utf8), format)
    }
    guard case .corrupt(_, let offset, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((packed.count...packed.count + 4).contains(offset))
  }

  /// A bomb is stopped by what it unpacks to, before it has.
  @Test(arguments: CompressionFormat.allCases)
  func bombs(_ format: CompressionFormat) throws {
    let packed = try pack([UInt8](repeating: 0, count: 24 << 20), format)
    let error = #expect(throws: CompressionError.self) { try unpack(packed, format) }
    guard case .tooDense(_, _, ratio: 200) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let raised = DecompressionLimits(ratio: nil)
    #expect(try unpack(packed, format, limits: raised).count == 24 << 20)
    let small = DecompressionLimits(ratio: nil, size: 1 << 20)
    let large = #expect(throws: CompressionError.self) {
      try unpack(packed, format, limits: small)
    }
    guard case .tooLarge(_, _, limit: 1 << 20) = large else {
      Issue.record("\(String(describing: large))")
      return
    }
    // A small text may be as dense as it likes.
    let short = try pack([UInt8](repeating: 0, count: 8 << 20), format)
    #expect(try unpack(short, format).count == 8 << 20)
  }

  @Test func namesSayTheFormat() {
    #expect(CompressionFormat(fileName: "a.jsonl.gz") == .gzip)
    #expect(CompressionFormat(fileName: "a.b/c.zst") == .zstd)
    #expect(CompressionFormat(fileName: "gz") == nil)
    #expect(CompressionFormat(fileName: "a.json") == nil)
    #expect(CompressionFormat.nameInside("d/a.jsonl.zst") == "d/a.jsonl")
    #expect(CompressionFormat.nameInside("d/a.jsonl") == "d/a.jsonl")
    #expect(CompressionFormat(beginning: [0x52, 0x2A, 0x4D, 0x18]) == .zstd)
    #expect(CompressionFormat(beginning: [0x7B, 0x22]) == nil)
    #expect(CompressionFormat(beginning: []) == nil)
  }
}
