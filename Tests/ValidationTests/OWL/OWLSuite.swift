import Foundation
import RDF
import RDFIO
import Testing

@testable import Validation

/// The W3C tests of OWL 2, where they are at hand: which graphs are inconsistent, and what follows
/// from them.
@Suite struct OWLSuite {
  @Test(
    .enabled(
      if: OWLEntry.isAtHand, "the W3C tests of OWL 2 are not at hand: set GRIOT_SHARED to run them")
  )
  func manifestIsWhole() {
    let counts = Dictionary(grouping: OWLEntry.all, by: \.expected).mapValues(\.count)
    #expect(counts[.consistent] ?? 0 >= 177)
    #expect(counts[.inconsistent] ?? 0 >= 29)
    #expect(counts[.entailed] ?? 0 >= 24)
    #expect(counts[.notEntailed] ?? 0 >= 20)
  }

  /// No alarm is false.
  @Test(.enabled(if: OWLEntry.isAtHand), arguments: OWLEntry.all(.consistent))
  func isConsistent(_ entry: OWLEntry) throws {
    for level in EntailmentLevel.allCases {
      let closed = try entry.close(entry.premise, level)
      #expect(!closed.isExhausted)
      #expect(closed.contradictions.map(\.rule) == [], "at \(level.rawValue)")
    }
  }

  @Test(.enabled(if: OWLEntry.isAtHand), arguments: OWLEntry.all(.inconsistent))
  func isInconsistent(_ entry: OWLEntry) throws {
    let closed = try entry.close(entry.premise, .owlRL)
    withKnownIssue(Comment(rawValue: entry.reason ?? "")) {
      #expect(!closed.contradictions.isEmpty)
    } when: {
      entry.reason != nil
    }
  }

  /// Nothing is concluded that does not follow.
  @Test(.enabled(if: OWLEntry.isAtHand), arguments: OWLEntry.all(.notEntailed))
  func isNotEntailed(_ entry: OWLEntry) throws {
    #expect(try !entry.isConclusionEntailed())
  }

  @Test(.enabled(if: OWLEntry.isAtHand), arguments: OWLEntry.all(.entailed))
  func isEntailed(_ entry: OWLEntry) throws {
    let isEntailed = try entry.isConclusionEntailed()
    withKnownIssue(Comment(rawValue: entry.reason ?? "")) {
      #expect(isEntailed)
    } when: {
      entry.reason != nil
    }
  }
}
