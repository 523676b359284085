/// One target of one shape of a ``Validator``.
public struct TargetPlace: Hashable, Sendable {
  let shape: Int
  let target: Int
}
