using Allocators.Generator.Model;
using Allocators.Generator.Text;

namespace Allocators.Generator.Surface;

/// <summary>Addresses, for memory that cannot move: what <c>malloc</c> and <c>free</c> are in C.</summary>
internal static class AddressesSurface
{
    public static void Write(SurfaceContext context)
    {
        WriteAlloc(context);
        WriteSized(context);
        if (context.Shape.FindsByAddress) WriteUnsized(context);
        if (context.Capabilities.AllowsUnsafe) WritePointers(context);
    }

    private static void WriteAlloc(SurfaceContext context)
    {
        int alignment = System.Math.Min(context.Spec.MaxAlignment, Model.HeapOptions.DefaultFixedAlignment);
        string alignmentText = context.Spec.Element is { } element ? $"for {element.NameInDocs}" : $"to {alignment} bytes";
        string defaultAlignment = context.Spec.Element is null ? $"{alignment}" : "MaxAlignment";
        context.Writer.WriteNext($$"""
            /// <summary>The address of the first byte of the memory.</summary>
            public {{context.ReadModifier}}nint BaseAddress => global::Allocators.HeapMemory.AddressOf({{context.Memory}});

            /// <summary>The address of a block; 0 for the empty block.</summary>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The block reaches outside the heap.</exception>
            public {{context.ReadModifier}}nint AddressOf(global::Allocators.Block block) =>
                global::Allocators.HeapMemory.AddressOf({{context.Memory}}, Capacity, block);

            /// <summary>Takes memory aligned {{alignmentText}} and gives its address; 0 for a size of 0.</summary>
            /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
            public {{context.Modifier}}nint AllocAddress(int size) => AddressOf(Alloc(size, {{defaultAlignment}}));

            /// <summary>Takes aligned memory and gives its address; 0 for a size of 0.</summary>
            /// <param name="size">Bytes wanted.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <exception cref="global::System.OutOfMemoryException">There is no room.</exception>
            public {{context.Modifier}}nint AllocAddress(int size, int alignment) => AddressOf(Alloc(size, alignment));

            /// <summary>Takes aligned memory and gives its address.</summary>
            /// <param name="size">Bytes wanted.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <param name="address">Where the memory is; 0 for a size of 0, or when there is no room.</param>
            /// <returns>Whether there was room. The heap is unchanged if not.</returns>
            public {{context.Modifier}}bool TryAllocAddress(int size, int alignment, out nint address)
            {
                bool found = TryAlloc(size, alignment, out var block);
                address = AddressOf(block);
                return found;
            }

            /// <summary>Takes aligned memory and gives its address, whatever the numbers, as C does.</summary>
            /// <param name="size">Bytes wanted.</param>
            /// <param name="alignment">What the address is to be a multiple of.</param>
            /// <param name="address">Where the memory is; 0 for a size of 0, or when there is none to give.</param>
            /// <returns>Whether there was room. No number throws: there is no memory of that size or alignment.</returns>
            public {{context.Modifier}}bool TryAllocAddress(nuint size, nuint alignment, out nint address)
            {
                address = 0;
                return global::Allocators.Check.IsRequest(size, alignment, MaxAlignment) && TryAllocAddress((int)size, (int)alignment, out address);
            }
            """);
    }

    /// <summary>Calls that are told how large the block is: they need nothing that finds it.</summary>
    private static void WriteSized(SurfaceContext context) => context.Writer.WriteNext($$"""
        /// <summary>Gives back the live block of so many bytes that starts at an address. Freeing address 0 does nothing.</summary>
        /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there that can have this size; nothing was changed.</exception>
        public {{context.Modifier}}void FreeAddress(nint address, int size)
        {
            if (address != 0) Free(BlockAt(address, size));
        }

        /// <summary>Gives the block at an address another size and alignment, in place if that is possible; the contents move with it.</summary>
        /// <param name="address">A live block, or 0 for none; on success the resized one, 0 if that has no bytes.</param>
        /// <param name="oldSize">Bytes of the block as it is.</param>
        /// <param name="newSize">Bytes wanted; 0 frees the block.</param>
        /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
        /// <returns>Whether there was room. The heap and the block are unchanged if not.</returns>
        /// <exception cref="global::System.ArgumentOutOfRangeException">A size is negative, or the alignment is no power of two up to {{context.LargestAlignment}}.</exception>
        /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there that can have this size; nothing was changed.</exception>
        public {{context.Modifier}}bool TryReallocAddress(ref nint address, int oldSize, int newSize, int alignment)
        {
            var block = address == 0 ? default : BlockAt(address, oldSize);
            bool moved = TryRealloc(ref block, newSize, alignment);
            if (moved) address = AddressOf(block);
            return moved;
        }

        /// <summary>The block of so many bytes at an address; whether it is live is not asked.</summary>
        /// <exception cref="global::System.ArgumentOutOfRangeException">The size is not positive.</exception>
        /// <exception cref="global::System.InvalidOperationException">The address is outside the heap.</exception>
        public {{context.ReadModifier}}global::Allocators.Block BlockAt(nint address, int size)
        {
            global::Allocators.Check.SizeOfBlock(size);
            int offset = OffsetOf(address);
            if (offset < 0) global::Allocators.ThrowHelper.NotALiveAddress({{context.NameOf}}, address);
            return new global::Allocators.Block(offset, size);
        }

        /// <summary>Where an address lies in the memory, in bytes; -1 if it does not.</summary>
        private {{context.ReadModifier}}int OffsetOf(nint address) =>
            global::Allocators.HeapMemory.OffsetOf(global::Allocators.HeapMemory.AddressOf({{context.Memory}}), Capacity, address);
        """);

    /// <summary>Calls that find the block by its address.</summary>
    private static void WriteUnsized(SurfaceContext context)
    {
        string shortcut = context.Shape.HasShortcuts ? ShortcutSurface.OfFree(context, "", "offset", "1") : "";
        string fault = VerifySurface.Fault(context);
        CodeTemplate call = $$"""
            int size = {{context.Ask("SizeAt", "offset")}};
            bool freed = size != 0 && {{context.Give("TryFree", "offset", "size")}};
            """;
        const string Validate = """
            if (address == 0) return;

            int offset = OffsetOf(address);
            """;
        Operation free = new(call.ToString(), $"if (!freed) global::Allocators.ThrowHelper.NotALiveAddress({context.NameOf}, address{fault});")
        {
            Validate = Validate,
            Shortcut = shortcut,
        };

        context.Writer.WriteNext($$"""
            /// <summary>Gives back the live block that starts at an address. Freeing address 0 does nothing.</summary>
            /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there; nothing was changed.</exception>
            public {{context.Modifier}}void FreeAddress(nint address)
            {
                {{free.Body(context, context.Enter)}}
            }

            /// <summary>Whether a live block of this heap starts at an address.</summary>
            public {{context.ReadModifier}}bool Owns(nint address) => SizeAtOffset(OffsetOf(address)) != 0;

            /// <summary>The bytes that the live block at an address really has.</summary>
            /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there.</exception>
            public {{context.ReadModifier}}int UsableSize(nint address)
            {
                int size = SizeAtOffset(OffsetOf(address));
                if (size == 0) global::Allocators.ThrowHelper.NotALiveAddress({{context.NameOf}}, address{{fault}});
                return size;
            }

            /// <summary>The live block that starts at an address, as long as it can be used.</summary>
            /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there.</exception>
            public {{context.ReadModifier}}global::Allocators.Block BlockAt(nint address) =>
                new global::Allocators.Block(OffsetOf(address), UsableSize(address));

            /// <summary>Gives the block at an address another size and alignment, in place if that is possible; the contents move with it.</summary>
            /// <param name="address">A live block, or 0 for none; on success the resized one, 0 if that has no bytes.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <param name="alignment">A power of two, {{context.Alignments}}.</param>
            /// <returns>Whether there was room. The heap and the block are unchanged if not.</returns>
            /// <exception cref="global::System.ArgumentOutOfRangeException">The size is negative, or the alignment is no power of two up to {{context.LargestAlignment}}.</exception>
            /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there; nothing was changed.</exception>
            public {{context.Modifier}}bool TryReallocAddress(ref nint address, int size, int alignment)
            {
                global::Allocators.Check.Request(size, alignment, MaxAlignment);
                if (address == 0) return TryAllocAddress(size, alignment, out address);
                if (size == 0)
                {
                    FreeAddress(address);
                    address = 0;
                    return true;
                }

                var block = new global::Allocators.Block(OffsetOf(address), 0);
                bool live = block.Offset >= 0, moved = live && TryMove(ref block, size, alignment, out live);
                if (!live) global::Allocators.ThrowHelper.NotALiveAddress({{context.NameOf}}, address{{fault}});
                if (moved) address = AddressOf(block);
                return moved;
            }

            /// <summary>The same, whatever the numbers, as C does.</summary>
            /// <param name="address">A live block, or 0 for none; on success the resized one, 0 if that has no bytes.</param>
            /// <param name="size">Bytes wanted; 0 frees the block.</param>
            /// <param name="alignment">What the address is to be a multiple of.</param>
            /// <returns>Whether there was room. No number throws: there is no memory of that size or alignment.</returns>
            /// <exception cref="global::System.InvalidOperationException">No live block of this heap starts there; nothing was changed.</exception>
            public {{context.Modifier}}bool TryReallocAddress(ref nint address, nuint size, nuint alignment) =>
                global::Allocators.Check.IsRequest(size, alignment, MaxAlignment) && TryReallocAddress(ref address, (int)size, (int)alignment);
            """);
    }

    private static void WritePointers(SurfaceContext context)
    {
        context.Writer.WriteNext($$"""
            /// <inheritdoc cref="AllocAddress(int)"/>
            public {{context.Modifier}}unsafe void* AllocPointer(int size) => (void*)AllocAddress(size);

            /// <inheritdoc cref="AllocAddress(int, int)"/>
            public {{context.Modifier}}unsafe void* AllocPointer(int size, int alignment) => (void*)AllocAddress(size, alignment);
            """);
        if (!context.Shape.FindsByAddress) return;

        context.Writer.WriteNext($$"""
            /// <inheritdoc cref="FreeAddress(nint)"/>
            public {{context.Modifier}}unsafe void FreePointer(void* pointer) => FreeAddress((nint)pointer);

            /// <inheritdoc cref="Owns(nint)"/>
            public {{context.ReadModifier}}unsafe bool Owns(void* pointer) => Owns((nint)pointer);

            /// <inheritdoc cref="UsableSize(nint)"/>
            public {{context.ReadModifier}}unsafe int UsableSize(void* pointer) => UsableSize((nint)pointer);
            """);
    }
}
