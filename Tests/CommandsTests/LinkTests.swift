import Foundation
import Testing

/// `griot link` and `griot authority build` by the release binary.
@Suite struct LinkTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Runs a line of bash in the test's own folder; `griot` is the binary.
  private func bash(_ line: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      "griot() { \"$ROOT/.build/release/griot\" \"$@\"; }; python=$ROOT/.venv/bin/python; "
        + "set -o pipefail; { \(line)\n} 2>&1",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    process.environment = ProcessInfo.processInfo.environment.merging([
      "ROOT": Self.root, "SHARED": shared, "XDG_CACHE_HOME": folder + "/cache",
    ]) { $1 }
    let name = URL(fileURLWithPath: folder).appending(path: "output-\(UUID().uuidString)")
    try Data().write(to: name)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: name)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: name), as: UTF8.self))
  }

  private var hasShared: Bool {
    let shared = ProcessInfo.processInfo.environment["GRIOT_SHARED"] ?? Self.root + "/../shared"
    return FileManager.default.fileExists(atPath: shared + "/identifiers.tsv")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private static let table = """
    iri\tlabel_fr\talias\ttype\tdescription
    http://www.wikidata.org/entity/Q912\tMali\t\thttp://www.wikidata.org/entity/Q6256\tcountry
    http://www.wikidata.org/entity/Q3703\tBamako\t\thttp://www.wikidata.org/entity/Q5119\tcapital
    http://www.wikidata.org/entity/Q34490\tAl-Qaïda\t\t\tgroup

    """

  /// From candidates over a filled table to decisions that stay, and the same bytes on each run.
  @Test func reviewAndDecisions() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("w.tsv", Self.table)
    let made = try bash(
      """
      set -e
      griot authority build w.tsv -o w.sqlite --name wikidata -q
      griot link $ROOT/seeds/minusma.json --authority w.sqlite -o one --review review.tsv
      griot link $ROOT/seeds/minusma.json --authority w.sqlite -o two -q
      cmp one/links.nq two/links.nq; cmp one/links.sssom.tsv two/links.sssom.tsv
      """)
    #expect(made.status == 0, "\(made.output)")
    #expect(made.output.contains("2 linked, 2 with candidates"), "\(made.output)")
    let decided = try bash(
      """
      set -e
      awk -F'\\t' -v OFS='\\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
        NR > 1 && $(at["label"]) == "Al-Qaïda" { $(at["verdict"]) = "same" } { print }' review.tsv > f.tsv
      griot link $ROOT/seeds/minusma.json --authority w.sqlite -o three --decisions f.tsv --by Ada \\
        --timestamp 2026-11-25 -q
      griot link $ROOT/seeds/minusma.json --authority w.sqlite -o four -q
      cmp three/links.nq four/links.nq
      cat links.yaml; cat four/links.nq
      $python $ROOT/Tests/Peers/mappings.py four/links.sssom.tsv
      griot convert four/links.void.ttl --count
      """)
    #expect(decided.status == 0, "\(decided.output)")
    for part in [
      "- entity: \"https://example.org/entity/al_qaeda\"\n", "  verdict: \"same\"\n",
      "  by: \"Ada\"\n  at: \"2026-11-25\"\n", "semapv/vocab/ManualMappingCuration",
      "\"decided by Ada on 2026-11-25: ", "3 mappings",
    ] {
      #expect(decided.output.contains(part), "\(part): \(decided.output)")
    }
  }

  /// What griot exported is linked as the records are.
  @Test func recordsAndRDFAreLinkedAlike() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("w.tsv", Self.table)
    let made = try bash(
      """
      set -e
      griot authority build w.tsv -o w.sqlite -q
      griot link $ROOT/seeds/minusma.json --authority w.sqlite -o - -q > records.nq
      griot link $ROOT/exports/minusma.nq --authority w.sqlite -o - -q > rdf.nq
      cmp records.nq rdf.nq; grep -c sameAs records.nq
      """)
    #expect(made.status == 0 && made.output == "4\n", "\(made.output)")
  }

  @Test func identifiersOfOthers() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard hasShared else {
      print("skipped: identifiers.tsv is not there (GRIOT_SHARED)")
      return
    }
    let made = try bash(
      """
      griot link $ROOT/seeds/minusma.json --identifiers $SHARED/identifiers.tsv -o - -q \\
        | grep -E "#sameAs> <" | cut -d' ' -f1,3
      """)
    #expect(made.status == 0, "\(made.output)")
    for (entity, target) in [
      ("mali", "http://www.wikidata.org/entity/Q912"),
      ("bamako", "https://sws.geonames.org/2460596/"),
      ("unsc", "http://www.wikidata.org/entity/Q37470"),
    ] {
      #expect(made.output.contains("entity/\(entity)> <\(target)>"), "\(made.output)")
    }
    #expect(!made.output.contains("wikipedia.org"))
    #expect(
      !made.output.contains("CSP") && !made.output.contains("United_Nations_Security_Council"))
  }

  /// Two real servers, a file, and answers that are not as they should be.
  @Test func services() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard hasShared else {
      print("skipped: identifiers.tsv is not there (GRIOT_SHARED)")
      return
    }
    let made = try bash(
      "$python $ROOT/Tests/Peers/reconciliation.py $ROOT/.build/release/griot $SHARED")
    #expect(made.status == 0, "\(made.output)")
    #expect(!made.output.contains("NOT HELD"), "\(made.output)")
  }

  /// Newspapers that were linked by hand: no match is wrong; where the authority has all homonyms,
  /// none of one word is wrong either.
  @Test func newspapers() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    guard hasShared else {
      print("skipped: the linked newspapers are not there (GRIOT_SHARED)")
      return
    }
    let newspapers =
      "$python $ROOT/Tests/Peers/link_newspapers.py $ROOT/.build/release/griot $SHARED --check"
    let made = try bash(newspapers)
    #expect(made.status == 0, "\(made.output)")
    #expect(made.output.contains("whole: "), "\(made.output)")
    #expect(made.output.contains("precision 1.000, recall 0.39"), "\(made.output)")
    let all = try bash("\(newspapers) --without-many")
    #expect(all.status == 0, "\(all.output)")
    #expect(all.output.contains("precision 1.000, recall 0.9"), "\(all.output)")
  }
}
