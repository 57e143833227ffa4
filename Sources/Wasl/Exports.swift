// What the library's functions take and return: one import is enough to use it.
@_exported public import WaslBitext
