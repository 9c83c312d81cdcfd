public import JourneyModel

/// D10: a journey without a case ends after this long without an event.
public let journeyGap: Milliseconds = 28 * .day
