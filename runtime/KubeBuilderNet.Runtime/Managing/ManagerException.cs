namespace KubeBuilderNet.Managing;

/// <summary>The manager can't do its work; the message says why, in one line.</summary>
internal sealed class ManagerException(string message) : Exception(message);
