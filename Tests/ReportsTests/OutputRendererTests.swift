import JourneyModel
import Testing

@testable import Reports

/// What the list of formats promises, somebody writes.
@Test func everyFormatThatHoldsAnswersHasOneRenderer() {
    #expect(OutputRenderer.all.map(\.format) == OutputFormat.all(holding: .answer))
    for format in OutputFormat.all {
        #expect((OutputRenderer.of(format) != nil) == format.holds(.answer), "\(format.name)")
        #expect((OutputRenderer.of(format)?.book != nil) == format.holds(.book), "\(format.name)")
    }
}

@Test func aFormatThatHoldsNoAnswerIsTakenForText() {
    #expect(Samples.paths.rendered(as: .picture) == Samples.paths.rendered(as: .text))
}
