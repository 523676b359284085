/// Why an answer of a service cannot be used; the service and the query are told by who asked.
struct ServiceFault: Error {
  /// What is wrong and what was expected.
  let reason: String
  /// Which of the queries it is about; nil of all.
  var query: Int?
}
