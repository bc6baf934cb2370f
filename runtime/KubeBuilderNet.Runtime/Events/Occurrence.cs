namespace KubeBuilderNet.Events;

/// <summary>Something that happened. Two that are equal but for their time are one event.</summary>
internal readonly record struct Occurrence(EventType Type, ObjectReference Regarding, ObjectReference? Related, string Reason, string Action, string Note);
