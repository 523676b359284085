import Foundation
import RDF
import RDFIO
import Synchronization
import Testing
import XML

/// Worlds lent to several threads while libxml2 is in use.
///
/// Freeing a world tears down libxml2 for the whole process: with worlds that are freed this
/// crashes, with a pool that never frees it does not.
@Suite struct RaptorWorldTests {
  private static let document = """
    <http://e/s> a <http://e/C> ; <http://e/p> "é"@fr , "b" ; <http://e/q> <http://e/o> .
    """

  @Test func threadsDoNotDisturbOneAnother() throws {
    let wrong = Mutex<[String]>([])
    let done = DispatchSemaphore(value: 0)
    for number in 0..<3 {
      Thread.detachNewThread {
        do {
          for round in 0..<100 {
            var dataset = Dataset()
            try RaptorReader.read(
              Array(Self.document.utf8), file: "a.ttl", syntax: .turtle, into: &dataset)
            let bytes = try RDFXMLOutput.write(dataset.quads, of: dataset.terms, prefixes: [])
            var back = Dataset()
            try RaptorReader.read(bytes, file: "a.rdf", syntax: .rdfxml, into: &back)
            var output = try XMLOutput()
            try output.start("a", [("b", "\(number)")])
            try output.end()
            let text = String(decoding: try output.finish(), as: UTF8.self)
            let count = back.quads.count
            if count != 4 || !text.contains("<a b=\"\(number)\"") {
              wrong.withLock { $0.append("thread \(number), round \(round): \(count), \(text)") }
            }
          }
        } catch {
          wrong.withLock { $0.append("thread \(number): \(error)") }
        }
        done.signal()
      }
    }
    for _ in 0..<3 { done.wait() }
    #expect(wrong.withLock { $0 } == [])
  }
}
