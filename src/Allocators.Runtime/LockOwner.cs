using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;

namespace Allocators;

/// <summary>Processes as 63 bits, never 0: the id, and above it a stamp of the start, since the id of a dead process is used again.</summary>
/// <remarks>
/// Linux and Windows remember when a process started, and tell everybody the same. Elsewhere, and where that is not told,
/// the stamp is 0, and the id alone says who it is.
/// </remarks>
internal static class LockOwner
{
    private const int StampShift = 32;
    private const int StampMask = int.MaxValue;
    private const int NoStamp = 0;

    /// <summary>This process. A constant in code that the JIT has optimized.</summary>
    public static readonly long Self = CreateSelf();

    public static int ProcessIdOf(long owner) => (int)owner;

    /// <summary>Whether a process still runs; also if that cannot be found out.</summary>
    public static bool IsAlive(long owner)
    {
        if (owner == Self) return true;
        if (!IsRunning(ProcessIdOf(owner), out int stamp)) return false;

        int stampThen = (int)(owner >> StampShift);
        return stamp == stampThen || stamp == NoStamp || stampThen == NoStamp;
    }

    private static long CreateSelf()
    {
        int id = OwnId();
        IsRunning(id, out int stamp);
        return (long)stamp << StampShift | (uint)id;
    }

    private static int OwnId()
    {
#if NET
        return Environment.ProcessId;
#else
        try
        {
            using Process self = Process.GetCurrentProcess();
            return self.Id;
        }
        catch (NotSupportedException)
        {
            // There is one process then. All of its threads are the same owner, who lives.
            return int.MaxValue;
        }
#endif
    }

    private static bool IsRunning(int id, out int stamp)
    {
        // No process of anybody's has such a number; to the system, it means several.
        stamp = NoStamp;
        if (id <= 0) return false;
        if (TryReadStatus(id, out string status)) return SaysRunning(status, out stamp);

        try
        {
            using Process process = Process.GetProcessById(id);
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) stamp = StampOf(process.StartTime.ToFileTimeUtc() / TimeSpan.TicksPerMillisecond);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or Win32Exception)
        {
            // Not ours to look at, or it ended just now, which the next look will find.
            return true;
        }
    }

    /// <summary>What Linux has to say about a process; false if there is none, or if this process is not to know.</summary>
    private static bool TryReadStatus(int id, out string status)
    {
        status = "";
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux)) return false;

        try
        {
            status = File.ReadAllText("/proc/" + id.ToString(CultureInfo.InvariantCulture) + "/stat");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Reads the fields behind the name, which is in brackets and may have any characters. See proc(5).</summary>
    private static bool SaysRunning(string status, out int stamp)
    {
        const int State = 0, Threads = 17, StartTime = 19;
        string[] fields = status.Substring(status.LastIndexOf(')') + 1).Trim().Split(' ');
        stamp = NoStamp;
        if (fields.Length <= StartTime) return true;

        if (long.TryParse(fields[StartTime], NumberStyles.None, CultureInfo.InvariantCulture, out long time)) stamp = StampOf(time);

        // A process that its parent did not ask for yet is still listed. With more threads, it is only the first that ended.
        bool hasEnded = fields[State] is "Z" or "X" && fields[Threads] is "0" or "1";
        return !hasEnded;
    }

    /// <summary>The first processes of a system start at its time 0, which is no stamp.</summary>
    private static int StampOf(long time) => Math.Max((int)(time & StampMask), 1);
}
