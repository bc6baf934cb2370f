namespace KubeBuilderNet.Permissions;

/// <summary>What the manager does about rights that its controllers need and that the operator lacks.</summary>
public enum PermissionCheck
{
    /// <summary>One warning names all that is missing, controller by controller, beside the filling of the caches.</summary>
    Warn,

    /// <summary>The same text ends the program before a controller runs. When the API server can't be asked for half a minute, it goes on.</summary>
    Fail,

    /// <summary>Nothing is asked.</summary>
    Off,
}
