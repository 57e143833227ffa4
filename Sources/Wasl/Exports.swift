// What the library's functions take and return: one import is enough to use it.
@_exported public import WaslBitext
@_exported public import WaslDocuments
@_exported public import WaslPairFormats

// Of the rooms below, the names that options and settings have.
@_exported public import struct WaslAligning.Aligner
@_exported public import struct WaslAligning.AlignerWeights
@_exported public import struct WaslModel.ModelFile
@_exported public import struct WaslModel.TranslationModel
@_exported public import struct WaslSystemIO.ByteSink
@_exported public import enum WaslSystemIO.InputFile
@_exported public import enum WaslSystemIO.OutputFile
@_exported public import struct WaslText.SegmentationOptions
