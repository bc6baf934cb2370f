namespace KubeBuilderNet.Client.Errors;

/// <summary>Why the API server refused, as <c>metav1.StatusReason</c> names it.</summary>
public enum StatusReason
{
    /// <summary>The server gave no reason that is known here; the status code and message say more.</summary>
    Unknown,

    /// <summary>401: the credentials are missing or wrong.</summary>
    Unauthorized,

    /// <summary>403: the credentials don't allow this.</summary>
    Forbidden,

    /// <summary>404: there is no such object, or no such resource (is its CRD installed?).</summary>
    NotFound,

    /// <summary>409: an object of this name is there already.</summary>
    AlreadyExists,

    /// <summary>409: the object was changed since it was read, or another manager owns a field.</summary>
    Conflict,

    /// <summary>410: what was asked for is gone for good.</summary>
    Gone,

    /// <summary>410: the resource version is too old; list again.</summary>
    Expired,

    /// <summary>422: the object breaks its rules; the causes say which.</summary>
    Invalid,

    /// <summary>500: the server needs more time; try again after a while.</summary>
    ServerTimeout,

    /// <summary>504, or no answer within the client's limit: it is not known whether the request was carried out.</summary>
    Timeout,

    /// <summary>429: too many requests; try again after a while.</summary>
    TooManyRequests,

    /// <summary>400: the request makes no sense to the server.</summary>
    BadRequest,

    /// <summary>405: the resource has no such verb.</summary>
    MethodNotAllowed,

    /// <summary>406: the server can't answer in the form asked for.</summary>
    NotAcceptable,

    /// <summary>413: the object is too large.</summary>
    RequestEntityTooLarge,

    /// <summary>415: the server doesn't take this form of patch or body.</summary>
    UnsupportedMediaType,

    /// <summary>500: something is wrong inside the server.</summary>
    InternalError,

    /// <summary>503: the server is starting, stopping or overloaded.</summary>
    ServiceUnavailable,
}
