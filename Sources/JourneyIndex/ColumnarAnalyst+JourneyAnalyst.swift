public import JourneyModel

/// Each question has a file of its own in the folder named for it.
extension ColumnarAnalyst: JourneyAnalyst {}
