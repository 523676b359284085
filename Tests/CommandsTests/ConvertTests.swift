import Foundation
import Testing

/// `griot convert` by the release binary.
@Suite struct ConvertTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  private static let syntaxes = ["nt", "nq", "ttl", "trig", "rdf", "rj", "jsonld"]
  private static let readable = syntaxes.filter { $0 != "jsonld" }

  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Runs a line of bash in the test's own folder; `griot` is the binary, `exports` the folder.
  private func bash(
    _ line: String
  ) throws -> (status: Int32, output: String, talk: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      "griot() { \"$ROOT/.build/release/griot\" \"$@\"; }; exports=$ROOT/exports; set -o pipefail; "
        + line,
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(["ROOT": Self.root]) { $1 }
    let names = ["stdout.txt", "stderr.txt"].map {
      FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + $0)
    }
    for name in names { try Data().write(to: name) }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (process.terminationStatus, texts[0], texts[1])
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(name)")
  }

  // MARK: Syntaxes

  /// From each syntax to each, and back to lines: the same statements.
  @Test(arguments: readable)
  func eachSyntaxToEach(_ from: String) throws {
    let made = try bash("griot convert $exports/minusma.nt -o in.\(from) -q")
    #expect(made.status == 0, "\(made.talk)")
    for to in Self.readable {
      let ending = try bash("griot convert in.\(from) -o out.\(to)")
      #expect(ending.status == 0, "\(to): \(ending.talk)")
      #expect(ending.talk.hasPrefix("2457 statements converted\n  out.\(to)  "))
      let same = try bash(
        "cmp <(griot convert out.\(to) --to nt -q | LC_ALL=C sort) "
          + "<(LC_ALL=C sort $exports/minusma.nt)")
      #expect(same.status == 0, "\(to): \(same.output)\(same.talk)")
    }
  }

  /// JSON-LD as another reader reads it, in full and with a context.
  @Test(arguments: ["", "--context griot", "--context own.jsonld"])
  func jsonLD(_ flags: String) throws {
    try write("own.jsonld", #"{"@context": {"griot": "https://w3id.org/griot/ontology#"}}"#)
    let ending = try bash("griot convert $exports/ceasefire.nq -o out.jsonld \(flags)")
    #expect(ending.status == 0, "\(ending.talk)")
    let same = try bash(
      """
      cat > check.py <<'END'
      import sys, pyoxigraph as o
      def read(path, format): return set(o.parse(open(path, "rb"), format=format))
      json, lines = read("out.jsonld", o.RdfFormat.JSON_LD), read(sys.argv[1], o.RdfFormat.N_QUADS)
      sys.exit(0 if json == lines and lines else f"{len(json - lines)} more, {len(lines - json)} lost")
      END
      "$ROOT/.venv/bin/python" check.py $exports/ceasefire.nq
      """)
    #expect(same.status == 0, "\(same.talk)")
    let text = try String(contentsOfFile: "\(folder)/out.jsonld", encoding: .utf8)
    #expect(text.hasPrefix(flags.isEmpty ? "[" : "{"))
  }

  @Test func graphsSurvive() throws {
    let ending = try bash(
      """
      griot convert $exports/minusma.nq -o out.trig -q && griot convert out.trig -o out.nq -q &&
      cmp <(LC_ALL=C sort out.nq) <(LC_ALL=C sort $exports/minusma.nq)
      """)
    #expect(ending.status == 0, "\(ending.output)\(ending.talk)")
  }

  @Test func wordsForSyntaxes() throws {
    try write("x", "@prefix e: <http://e/> . e:a a e:B .")
    for word in ["ttl", "text/turtle", "Text/Turtle;charset=utf-8"] {
      #expect(try bash("griot convert x --from '\(word)' --to application/n-quads").status == 0)
    }
    try write("x.owl", "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>")
    #expect(try bash("griot convert x.owl -o x.trig").status == 0)
    let unknown = try bash("griot convert x --to nq")
    #expect(unknown.status == 2)
    #expect(
      unknown.talk == "x: error: nothing says what syntax this is; expected --from with one of "
        + "nt, nq, ttl, trig, rdf, rj\n")
    let nowhere = try bash("griot convert x.owl -o x.foo")
    #expect(nowhere.status == 2)
    #expect(nowhere.talk.hasPrefix("x.foo: error: nothing says what syntax to write; expected"))
    let unread = try bash("griot convert x.jsonld -o x.nq")
    #expect(unread.status == 2)
    #expect(unread.talk.contains("JSON-LD is written and not read"))
    #expect(try bash("griot convert x --from turtl --to nq").status == 2)
    #expect(try bash("griot convert - --to nq").status == 2)
    #expect(try bash("griot convert").status == 2)
  }

  /// Prefixes that a document declares are kept where they shorten something.
  @Test func prefixesAreKept() throws {
    try write(
      "in.ttl",
      "@prefix ex: <http://e/> . @prefix no: <http://no/> . @prefix rdfs: <http://r/> .\n"
        + "ex:a rdfs:b ( 1 [ ex:c 2.5 ] ) , \"x\"^^ex:t .\n")
    let ending = try bash("griot convert in.ttl --to ttl -q")
    #expect(ending.status == 0)
    #expect(
      ending.output == """
        @prefix ex: <http://e/> .
        @prefix rdfs: <http://r/> .

        ex:a
          rdfs:b "x"^^ex:t ,
            ( 1 [
              ex:c 2.5
            ] ) .

        """)
  }

  // MARK: Graph names

  @Test(arguments: ["nt", "ttl", "rdf", "rj"])
  func graphNamesAreNotLost(_ target: String) throws {
    try write(
      "in.nq", "<http://e/a> <http://e/p> \"1\" .\n<http://e/a> <http://e/p> \"2\" <http://e/g> .\n"
    )
    try write(
      "in.trig", "<http://e/a> <http://e/p> 1 .\n<http://e/g> { <http://e/a> <http://e/p> 2 }\n")
    for (name, place) in [("in.nq", "2:31"), ("in.trig", "2:42")] {
      let refused = try bash("griot convert \(name) -o out.\(target) --lenient")
      #expect(refused.status == 1)
      #expect(
        refused.talk.hasPrefix(
          "\(name):\(place): error: this statement is in the graph <http://e/g>, and "),
        "\(refused.talk)")
      #expect(
        refused.talk.hasSuffix("; --drop-graphs leaves the names out, --graph takes one graph\n"))
      #expect(!exists("out.\(target)"))
      defer { try? FileManager.default.removeItem(atPath: "\(folder)/out.\(target)") }
      // Before the first byte, on standard output too.
      #expect(try bash("griot convert \(name) --to \(target)").output.isEmpty)
      let dropped = try bash(
        "griot convert \(name) -o out.\(target) --drop-graphs && griot convert --count out.\(target)"
      )
      #expect(dropped.output == "2\n", "\(dropped.talk)")
      let one = try bash(
        "griot convert \(name) -o out.\(target) --graph http://e/g && griot convert out.\(target) --to nt"
      )
      #expect(one.status == 0, "\(one.talk)")
      #expect(one.output.hasPrefix("<http://e/a> <http://e/p> \"2\""))
      #expect(one.output.split(separator: "\n").count == 1)
    }
  }

  @Test func graphsAreChosen() throws {
    try write(
      "in.nq",
      "<http://e/a> <http://e/p> \"1\" .\n<http://e/a> <http://e/p> \"2\" <http://e/\\u0067> .\n"
        + "<http://e/a> <http://e/p> \"3\" _:g .\n")
    try write("in.ttl", "<http://e/a> <http://e/p> 1 .")
    let one = try bash("griot convert in.nq --to nq --graph http://e/g -q")
    #expect(one.output == "<http://e/a> <http://e/p> \"2\" <http://e/g> .\n")
    #expect(
      try bash("griot convert in.nq --to trig --graph http://e/g -q").output.contains(
        "<http://e/g> {"))
    for target in ["nq", "trig"] {
      let placed = try bash(
        "griot convert in.ttl --to \(target) --graph http://e/g -q | griot convert - --from \(target) --to nq -q"
      )
      #expect(
        placed.output
          == "<http://e/a> <http://e/p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .\n",
        "\(placed.talk)")
    }
    #expect(
      try bash("griot convert in.nq --to nq --drop-graphs -q").output.split(separator: "\n")
        .allSatisfy { $0.hasSuffix("\" .") })
    let none = try bash("griot convert in.nq --to nq --graph http://e/none")
    #expect(none.status == 0)
    #expect(
      none.talk == "warning: no statement is in the graph <http://e/none>\n0 statements converted\n"
    )
    #expect(try bash("griot convert in.ttl --to nt --graph http://e/g").status == 2)
    #expect(try bash("griot convert in.nq --to nt --graph g").status == 2)
    #expect(try bash("griot convert in.nq --to nt --graph http://e/g --drop-graphs").status == 2)
  }

  // MARK: What is not as it should be

  @Test func lenient() throws {
    try write(
      "in.nt",
      "<http://e/a> <http://e/p> \"1\" .\n<http://e/a> <http://e/p> .\n<http://e/a> <http://e/p> \"2\" .\n"
    )
    let strict = try bash("griot convert in.nt -o out.nt")
    #expect(strict.status == 1)
    #expect(strict.talk.hasPrefix("in.nt:2:27: error: "), "\(strict.talk)")
    #expect(!exists("out.nt"))
    for target in ["nt", "ttl"] {
      let skipped = try bash(
        "griot convert in.nt -o out.\(target) --lenient && false || echo $?; griot convert --count out.\(target)"
      )
      #expect(skipped.output == "1\n2\n")
      #expect(skipped.talk.hasPrefix(strict.talk))
      #expect(
        skipped.talk.contains("1 statement skipped\n2 statements converted\n"), "\(skipped.talk)")
    }
    let json = try bash("griot convert in.nt -o out.nt --lenient --message-format json")
    #expect(json.status == 1)
    #expect(
      json.talk.hasPrefix(#"{"severity":"error","file":"in.nt","line":2,"column":27,"message":"#))
    #expect(
      json.talk.contains(#"{"summary":{"quads":2,"skipped":1,"files":[{"name":"out.nt","bytes":"#))
    let counted = try bash("griot convert in.nt --count --lenient -q")
    #expect(counted.status == 1)
    #expect(counted.output == "2\n")
  }

  @Test func relativeIRIs() throws {
    try write("in.ttl", "<a> <b> <c> .")
    try write(
      "in.rdf",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"http://e/\">\n"
        + "<rdf:Description rdf:about=\"a\"><e:p>x</e:p></rdf:Description></rdf:RDF>")
    for name in ["in.ttl", "in.rdf"] {
      let refused = try bash("griot convert \(name) -o out.nt")
      #expect(refused.status == 1)
      #expect(
        refused.talk.contains("<a> is relative and the document has no base"), "\(refused.talk)")
      #expect(!exists("out.nt"))
      let based = try bash("griot convert \(name) --to nt --base http://b/x")
      #expect(based.output.hasPrefix("<http://b/a> <"), "\(based.talk)")
    }
    #expect(try bash("griot convert in.ttl --to nt --base x").status == 2)
  }

  /// What RDF/XML cannot hold is told at its place, and leaves no file.
  @Test func predicateWithoutName() throws {
    try write(
      "in.ttl", "<http://e/a> <http://e/p> 1 ;\n  <http://e/123> 2 .\n")
    let ending = try bash("griot convert in.ttl -o out.rdf")
    #expect(ending.status == 1)
    #expect(
      ending.talk.hasPrefix("in.ttl:2:18: error: RDF/XML cannot hold <http://e/123>: "),
      "\(ending.talk)")
    #expect(!exists("out.rdf"))
  }

  @Test func oldFileStaysOnFaults() throws {
    try write("in.nt", "<http://e/a> <http://e/p> \"1\" .\nx\n")
    try write("out.nt", "old")
    #expect(try bash("griot convert in.nt -o out.nt").status == 1)
    #expect(try String(contentsOfFile: "\(folder)/out.nt", encoding: .utf8) == "old")
    // What came before the fault is on standard output already.
    let direct = try bash("griot convert in.nt --to nt")
    #expect(direct.status == 1)
    #expect(direct.output == "<http://e/a> <http://e/p> \"1\" .\n")
    #expect(try bash("griot convert no-such.nt -o out.nt").status == 3)
    #expect(try bash("griot convert in.nt -o no-such-folder/out.nt").status == 3)
    #expect(try bash("mkdir d.nt; griot convert d.nt -o out.nt").status == 3)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "d.nt", "in.nt", "out.nt",
      ])
  }

  @Test func inputIsReplaced() throws {
    let ending = try bash(
      "cp $exports/minusma.nt in.nt && griot convert in.nt -o in.nt && cmp in.nt $exports/minusma.nt"
    )
    #expect(ending.status == 0, "\(ending.talk)")
  }

  // MARK: Standard streams

  @Test(arguments: syntaxes)
  func fullDisk(_ target: String) throws {
    for input in ["-", "/dev/stdin"] {
      let ending = try bash(
        "griot convert \(input) --from nt --to \(target) < $exports/ceasefire.nt > /dev/full")
      #expect(ending.status == 3)
      #expect(ending.talk == "<stdout>: error: cannot be written: No space left on device\n")
    }
    let named = try bash(
      "griot convert - --from nt --to \(target) -o /dev/full < $exports/ceasefire.nt")
    #expect(named.status == 3)
    #expect(named.talk == "/dev/full: error: is a device or pipe; expected to write a file there\n")
  }

  @Test(arguments: readable)
  func fullDiskFrom(_ source: String) throws {
    let ending = try bash(
      """
      griot convert $exports/ceasefire.nt -o in.\(source) -q
      griot convert /dev/stdin --from \(source) --to nq < in.\(source) > /dev/full
      """)
    #expect(ending.status == 3)
    #expect(ending.talk == "<stdout>: error: cannot be written: No space left on device\n")
    #expect(try bash("griot convert --count in.\(source) > /dev/full").status == 3)
  }

  /// A reader that goes away is no matter for words.
  @Test(arguments: syntaxes)
  func firstLineOnly(_ target: String) throws {
    let ending = try bash(
      """
      for i in {1..20}; do cat $exports/minusma.nt; done > in.nt
      griot convert in.nt --to \(target) -q | head -n 1 > /dev/null; echo ${PIPESTATUS[0]}
      """)
    #expect(ending.talk.isEmpty, "\(ending.talk)")
    #expect(ending.output == "3\n" || ending.output == "0\n", "\(ending.output)")
  }

  @Test func severalInputs() throws {
    try write("a.ttl", "_:x <http://e/p> 1 .")
    try write("b.nt", "_:x <http://e/p> \"2\" .\n")
    for target in ["nq", "ttl"] {
      let ending = try bash(
        "griot convert a.ttl b.nt -o out.\(target) && griot convert out.\(target) --to nt -q | cut -d' ' -f1 | sort -u | wc -l"
      )
      #expect(ending.output.filter { $0 != " " } == "2\n", "\(ending.talk)")
    }
    #expect(try bash("griot convert --count a.ttl b.nt").output == "2\n")
    #expect(try bash("griot convert - - --from nt --to nt").status == 2)
  }

  // MARK: Packed

  @Test(arguments: [("gz", "gzip"), ("zst", "zstd")])
  func packed(_ ending: String, _ tool: String) throws {
    for target in ["nq", "ttl"] {
      let made = try bash(
        "griot convert $exports/minusma.nq --drop-graphs -o out.\(target).\(ending)")
      #expect(made.status == 0, "\(made.talk)")
      let same = try bash(
        """
        griot convert $exports/minusma.nq --drop-graphs --to \(target) -q > plain
        \(tool) -dc out.\(target).\(ending) | cmp - plain &&
        griot convert $exports/minusma.nq --drop-graphs --to \(target) --compress \(ending) -q | \(tool) -dc | cmp - plain &&
        griot convert $exports/minusma.nq --drop-graphs -o named.\(target) --compress \(ending) -q &&
        cmp named.\(target).\(ending) out.\(target).\(ending) &&
        griot convert - --from \(target) --to \(target) -q < out.\(target).\(ending) | cmp - plain
        """)
      #expect(same.status == 0, "\(same.output)\(same.talk)")
    }
    let other = ending == "gz" ? "zst" : "gz"
    #expect(
      try bash("griot convert $exports/minusma.nt -o x.nt.\(ending) --compress \(other)").status
        == 2)
  }

  @Test func bombsAreStopped() throws {
    let ending = try bash(
      """
      head -c $((32 << 20)) /dev/zero | tr '\\0' ' ' | gzip > in.nt.gz
      griot convert in.nt.gz -o out.nt; echo $?
      griot convert in.nt.gz -o out.nt --unpack-limit 16; echo $?
      griot convert in.nt.gz -o out.nt --unpack-limit 64; echo $?
      """)
    #expect(ending.output == "3\n3\n0\n", "\(ending.talk)")
    #expect(ending.talk.contains("unpack to more than 200 times as many; --unpack-limit"))
    #expect(try bash("griot convert in.nt.gz -o out.nt --unpack-limit 0").status == 2)
  }

  // MARK: Other deeds

  @Test func canonical() throws {
    try write("a.ttl", "[] <http://e/p> [ <http://e/q> 1 ] .\n")
    try write(
      "b.nt",
      "_:z <http://e/q> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n_:a <http://e/p> _:z .\n"
    )
    let one = try bash("griot convert a.ttl --canonical -q")
    let other = try bash("griot convert b.nt --canonical --to nq -q")
    #expect(one.status == 0)
    #expect(one.output == other.output)
    #expect(one.output.hasPrefix("_:c14n"))
    #expect(
      try bash("griot convert b.nt --canonical -o b.nq && griot convert --count b.nq").output
        == "2\n")
    #expect(try bash("griot convert b.nt --canonical -o b.ttl").status == 2)
    #expect(try bash("griot convert b.nt --canonical --count").status == 2)
    // Every node like every other: told within a second or two, not after hours.
    var clique = ""
    for left in 0..<12 {
      for right in 0..<12 where left != right {
        clique += "_:e\(left) <http://e/p> _:e\(right) .\n"
      }
    }
    try write("c.nt", clique)
    let poisoned = try bash("griot convert c.nt --canonical")
    #expect(poisoned.status == 4)
    #expect(
      poisoned.talk.hasPrefix("c.nt: error: its 12 blank nodes are too much alike"),
      "\(poisoned.talk)")
  }

  @Test func count() throws {
    for name in ["minusma.nq", "minusma.ttl", "minusma.rdf"] {
      let expected = name == "minusma.nq" ? "2545\n" : "2457\n"
      let ending = try bash("griot convert --count $exports/\(name)")
      #expect(ending.status == 0)
      #expect(ending.output == expected)
      #expect(ending.talk.isEmpty)
    }
    #expect(try bash("griot convert --count $exports/minusma.nq -o x.nq").status == 2)
  }

  @Test func serializers() throws {
    for target in ["nt", "nq", "ttl"] {
      let same = try bash(
        """
        griot convert $exports/minusma.nt -o ours.\(target) -q &&
        griot convert $exports/minusma.nt -o raptors.\(target) --serializer raptor -q &&
        ! cmp -s ours.\(target) raptors.\(target) && griot diff ours.\(target) raptors.\(target)
        """)
      #expect(same.status == 0, "\(same.talk)")
    }
    #expect(try bash("griot convert $exports/minusma.nt -o x.trig --serializer raptor").status == 2)
    #expect(try bash("griot convert $exports/minusma.nt -o x.nt --context griot").status == 2)
  }

  @Test func words() throws {
    try write("in.nt", "<http://e/a> <http://e/p> \"1\" .\n")
    #expect(
      try bash("griot convert in.nt -o out.nq").talk
        == "1 statement converted\n  out.nq  32 bytes\n")
    #expect(try bash("griot convert in.nt -o out.nq -q").talk.isEmpty)
    #expect(try bash("griot convert --help").output.contains("griot convert dump.nt.gz"))
    let formats = try bash("griot formats --json | \"$ROOT/.venv/bin/python\" -m json.tool")
    #expect(formats.status == 0)
    #expect(
      try bash("griot formats").output.contains("  trig      TriG: read statement by statement"))
  }
}
