namespace KubeBuilderNet.Client;

/// <summary>An object that doesn't fit its class. It harms nothing but itself: lists and watches go on without it.</summary>
/// <param name="Key">Which object.</param>
/// <param name="ResourceVersion">Its version.</param>
/// <param name="Reason">What doesn't fit, with the path in the JSON.</param>
public sealed record UnreadableObject(ObjectKey Key, string ResourceVersion, string Reason);
