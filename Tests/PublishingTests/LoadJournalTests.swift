internal import Foundation
internal import Publishing
internal import RDF
internal import Testing

@Suite
struct LoadJournalTests {
  private func file(_ text: String?) throws -> String {
    let name = NSTemporaryDirectory() + "griot-journal-\(UUID().uuidString)"
    if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: name)) }
    return name
  }

  private func fault(_ file: String) -> String? {
    do throws(PublishingError) {
      _ = try LoadJournal(file, store: "http://h/store")
      return nil
    } catch {
      return error.diagnostic.description
    }
  }

  @Test func isMadeAndReadAgain() throws {
    let name = try file(nil)
    defer { try? FileManager.default.removeItem(atPath: name) }
    #expect(fault(name) == nil)
    #expect(try String(contentsOfFile: name, encoding: .utf8) == "griot load 1 http://h/store\n")
    #expect(fault(name) == nil)
  }

  @Test func isOfOneStore() throws {
    let name = try file("griot load 1 http://other/store\n")
    defer { try? FileManager.default.removeItem(atPath: name) }
    #expect(
      fault(name)
        == "\(name): error: is about http://other/store; expected a file of its own for each store")
  }

  @Test(arguments: ["x", "<http://e/a> <http://e/p> 1 .\n", "griot load 2 http://h/store\n"])
  func changesNoOtherFile(_ text: String) throws {
    let name = try file(text)
    defer { try? FileManager.default.removeItem(atPath: name) }
    #expect(fault(name) == "\(name): error: holds something else than what was loaded")
    #expect(try String(contentsOfFile: name, encoding: .utf8) == text)
  }

  @Test func saysThatItCannotBeWritten() {
    let name = "/nonexistent/journal"
    #expect(fault(name) == "\(name): error: cannot be written: No such file or directory")
  }
}
