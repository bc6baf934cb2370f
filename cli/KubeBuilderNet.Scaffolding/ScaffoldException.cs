namespace KubeBuilderNet.Scaffolding;

/// <summary>What was asked for can't be done. The message is one line for the user: what is wrong, where, and how to mend it.</summary>
/// <param name="message">The line.</param>
/// <param name="inner">What led to it, for a debugger's eyes.</param>
public sealed class ScaffoldException(string message, Exception? inner = null) : Exception(message, inner);
