/**
 * AVX. notation.ts explains the columns. In one place the rows follow DynASM, not the manual: stores
 * (vmovq, vmovsd, vmovhpd and the like) have W1 in C and Lua output: WIG1.
 */
export const AVX = `
# AVX
vaddpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 58 /r
vaddpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 58 /r
vaddps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 58 /r
vaddps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 58 /r
vaddsd           | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 58 /r
vaddss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 58 /r
vaddsubpd        | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D0 /r
vaddsubpd        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG D0 /r
vaddsubps        | xmm, xmm, xmm/m128       | VEX.128.F2.0F.WIG D0 /r
vaddsubps        | ymm, ymm, ymm/m256       | VEX.256.F2.0F.WIG D0 /r
vandnpd          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 55 /r
vandnpd          | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 55 /r
vandnps          | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 55 /r
vandnps          | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 55 /r
vandpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 54 /r
vandpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 54 /r
vandps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 54 /r
vandps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 54 /r
vblendpd         | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 0D /r ib
vblendpd         | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 0D /r ib
vblendps         | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 0C /r ib
vblendps         | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 0C /r ib
vblendvpd        | xmm, xmm, xmm/m128, xmm  | VEX.128.66.0F3A.W0 4B /r /is4
vblendvpd        | ymm, ymm, ymm/m256, ymm  | VEX.256.66.0F3A.W0 4B /r /is4
vblendvps        | xmm, xmm, xmm/m128, xmm  | VEX.128.66.0F3A.W0 4A /r /is4
vblendvps        | ymm, ymm, ymm/m256, ymm  | VEX.256.66.0F3A.W0 4A /r /is4
vbroadcastf128   | ymm, m128                | VEX.256.66.0F38.W0 1A /r
vbroadcastsd     | ymm, m64                 | VEX.256.66.0F38.W0 19 /r
vbroadcastss     | xmm, m32                 | VEX.128.66.0F38.W0 18 /r
vbroadcastss     | ymm, m32                 | VEX.256.66.0F38.W0 18 /r
vcmppd           | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F.WIG C2 /r ib
vcmppd           | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F.WIG C2 /r ib
vcmpps           | xmm, xmm, xmm/m128, imm8 | VEX.128.0F.WIG C2 /r ib
vcmpps           | ymm, ymm, ymm/m256, imm8 | VEX.256.0F.WIG C2 /r ib
vcmpsd           | xmm, xmm, xmm/m64, imm8  | VEX.LIG.F2.0F.WIG C2 /r ib
vcmpss           | xmm, xmm, xmm/m32, imm8  | VEX.LIG.F3.0F.WIG C2 /r ib
vcomisd          | xmm, xmm/m64             | VEX.LIG.66.0F.WIG 2F /r
vcomiss          | xmm, xmm/m32             | VEX.LIG.0F.WIG 2F /r
vcvtdq2pd        | xmm, xmm/m64             | VEX.128.F3.0F.WIG E6 /r
vcvtdq2pd        | ymm, xmm/m128            | VEX.256.F3.0F.WIG E6 /r
vcvtdq2ps        | xmm, xmm/m128            | VEX.128.0F.WIG 5B /r
vcvtdq2ps        | ymm, ymm/m256            | VEX.256.0F.WIG 5B /r
vcvtpd2dq        | xmm, xmm/m128            | VEX.128.F2.0F.WIG E6 /r
vcvtpd2ps        | xmm, xmm/m128            | VEX.128.66.0F.WIG 5A /r
vcvtps2dq        | xmm, xmm/m128            | VEX.128.66.0F.WIG 5B /r
vcvtps2dq        | ymm, ymm/m256            | VEX.256.66.0F.WIG 5B /r
vcvtps2pd        | xmm, xmm/m64             | VEX.128.0F.WIG 5A /r
vcvtps2pd        | ymm, xmm/m128            | VEX.256.0F.WIG 5A /r
vcvtsd2si        | r32, xmm/m64             | VEX.LIG.F2.0F.W0 2D /r
vcvtsd2si        | r64, xmm/m64             | VEX.LIG.F2.0F.W1 2D /r        | x64
vcvtsd2ss        | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 5A /r
vcvtsi2sd        | xmm, xmm, r/m32          | VEX.LIG.F2.0F.W0 2A /r
vcvtsi2sd        | xmm, xmm, r/m64          | VEX.LIG.F2.0F.W1 2A /r        | x64
vcvtsi2ss        | xmm, xmm, r/m32          | VEX.LIG.F3.0F.W0 2A /r
vcvtsi2ss        | xmm, xmm, r/m64          | VEX.LIG.F3.0F.W1 2A /r        | x64
vcvtss2sd        | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 5A /r
vcvtss2si        | r32, xmm/m32             | VEX.LIG.F3.0F.W0 2D /r
vcvtss2si        | r64, xmm/m32             | VEX.LIG.F3.0F.W1 2D /r        | x64
vcvttpd2dq       | xmm, xmm/m128            | VEX.128.66.0F.WIG E6 /r
vcvttpd2dq       | xmm, ymm/m256            | VEX.256.66.0F.WIG E6 /r
vcvttps2dq       | xmm, xmm/m128            | VEX.128.F3.0F.WIG 5B /r
vcvttps2dq       | ymm, ymm/m256            | VEX.256.F3.0F.WIG 5B /r
vcvttsd2si       | r32, xmm/m64             | VEX.LIG.F2.0F.W0 2C /r
vcvttsd2si       | r64, xmm/m64             | VEX.LIG.F2.0F.W1 2C /r        | x64
vcvttss2si       | r32, xmm/m32             | VEX.LIG.F3.0F.W0 2C /r
vcvttss2si       | r64, xmm/m32             | VEX.LIG.F3.0F.W1 2C /r        | x64
vdivpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 5E /r
vdivpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 5E /r
vdivps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 5E /r
vdivps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 5E /r
vdivsd           | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 5E /r
vdivss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 5E /r
vdppd            | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 41 /r ib
vdpps            | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 40 /r ib
vdpps            | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.WIG 40 /r ib
vextractf128     | xmm/m128, ymm, imm8      | VEX.256.66.0F3A.W0 19 /r ib
vextractps       | r/m32, xmm, imm8         | VEX.128.66.0F3A.W0 17 /r ib
vhaddpd          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 7C /r
vhaddpd          | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 7C /r
vhaddps          | xmm, xmm, xmm/m128       | VEX.128.F2.0F.WIG 7C /r
vhaddps          | ymm, ymm, ymm/m256       | VEX.256.F2.0F.WIG 7C /r
vhsubpd          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 7D /r
vhsubpd          | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 7D /r
vhsubps          | xmm, xmm, xmm/m128       | VEX.128.F2.0F.WIG 7D /r
vhsubps          | ymm, ymm, ymm/m256       | VEX.256.F2.0F.WIG 7D /r
vinsertf128      | ymm, ymm, xmm/m128, imm8 | VEX.256.66.0F3A.W0 18 /r ib
vinsertps        | xmm, xmm, xmm/m32, imm8  | VEX.128.66.0F3A.WIG 21 /r ib
vlddqu           | xmm, m128                | VEX.128.F2.0F.WIG F0 /r
vlddqu           | ymm, m256                | VEX.256.F2.0F.WIG F0 /r
vldmxcsr         | m32                      | VEX.LZ.0F.WIG AE /2
vmaskmovdqu      | xmm, xmm                 | VEX.128.66.0F.WIG F7 /r
vmaskmovpd       | xmm, xmm, m128           | VEX.128.66.0F38.W0 2D /r
vmaskmovpd       | m128, xmm, xmm           | VEX.128.66.0F38.W0 2F /r
vmaskmovpd       | ymm, ymm, m256           | VEX.256.66.0F38.W0 2D /r
vmaskmovpd       | m256, ymm, ymm           | VEX.256.66.0F38.W0 2F /r
vmaskmovps       | xmm, xmm, m128           | VEX.128.66.0F38.W0 2C /r
vmaskmovps       | m128, xmm, xmm           | VEX.128.66.0F38.W0 2E /r
vmaskmovps       | ymm, ymm, m256           | VEX.256.66.0F38.W0 2C /r
vmaskmovps       | m256, ymm, ymm           | VEX.256.66.0F38.W0 2E /r
vmaxpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 5F /r
vmaxpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 5F /r
vmaxps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 5F /r
vmaxps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 5F /r
vmaxsd           | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 5F /r
vmaxss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 5F /r
vminpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 5D /r
vminpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 5D /r
vminps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 5D /r
vminps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 5D /r
vminsd           | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 5D /r
vminss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 5D /r
vmovapd          | xmm, xmm/m128            | VEX.128.66.0F.WIG 28 /r
vmovapd          | xmm/m128, xmm            | VEX.128.66.0F.WIG 29 /r
vmovapd          | ymm, ymm/m256            | VEX.256.66.0F.WIG 28 /r
vmovapd          | ymm/m256, ymm            | VEX.256.66.0F.WIG 29 /r
vmovaps          | xmm, xmm/m128            | VEX.128.0F.WIG 28 /r
vmovaps          | xmm/m128, xmm            | VEX.128.0F.WIG 29 /r
vmovaps          | ymm, ymm/m256            | VEX.256.0F.WIG 28 /r
vmovaps          | ymm/m256, ymm            | VEX.256.0F.WIG 29 /r
vmovd            | xmm, r/m32               | VEX.128.66.0F.W0 6E /r
vmovd            | r/m32, xmm               | VEX.128.66.0F.W0 7E /r
vmovd            | xmm, r/m64               | VEX.128.66.0F.W1 6E /r        | x64
vmovd            | r/m64, xmm               | VEX.128.66.0F.W1 7E /r        | x64
vmovddup         | xmm, xmm/m64             | VEX.128.F2.0F.WIG 12 /r
vmovddup         | ymm, ymm/m256            | VEX.256.F2.0F.WIG 12 /r
vmovdqa          | xmm, xmm/m128            | VEX.128.66.0F.WIG 6F /r
vmovdqa          | xmm/m128, xmm            | VEX.128.66.0F.WIG 7F /r
vmovdqa          | ymm, ymm/m256            | VEX.256.66.0F.WIG 6F /r
vmovdqa          | ymm/m256, ymm            | VEX.256.66.0F.WIG 7F /r
vmovdqu          | xmm, xmm/m128            | VEX.128.F3.0F.WIG 6F /r
vmovdqu          | xmm/m128, xmm            | VEX.128.F3.0F.WIG 7F /r
vmovdqu          | ymm, ymm/m256            | VEX.256.F3.0F.WIG 6F /r
vmovdqu          | ymm/m256, ymm            | VEX.256.F3.0F.WIG 7F /r
vmovhlps         | xmm, xmm, xmm            | VEX.128.0F.WIG 12 /r
vmovhpd          | xmm, xmm, m64            | VEX.128.66.0F.WIG 16 /r
vmovhpd          | m64, xmm                 | VEX.128.66.0F.WIG1 17 /r
vmovhps          | xmm, xmm, m64            | VEX.128.0F.WIG 16 /r
vmovhps          | m64, xmm                 | VEX.128.0F.WIG1 17 /r
vmovlhps         | xmm, xmm, xmm            | VEX.128.0F.WIG 16 /r
vmovlpd          | xmm, xmm, m64            | VEX.128.66.0F.WIG 12 /r
vmovlpd          | m64, xmm                 | VEX.128.66.0F.WIG1 13 /r
vmovlps          | xmm, xmm, m64            | VEX.128.0F.WIG 12 /r
vmovlps          | m64, xmm                 | VEX.128.0F.WIG1 13 /r
vmovmskpd        | r32, xmm                 | VEX.128.66.0F.W0 50 /r
vmovmskpd        | r32, ymm                 | VEX.256.66.0F.W0 50 /r
vmovmskps        | r32, xmm                 | VEX.128.0F.W0 50 /r
vmovmskps        | r32, ymm                 | VEX.256.0F.W0 50 /r
vmovntdq         | m128, xmm                | VEX.128.66.0F.WIG E7 /r
vmovntdq         | m256, ymm                | VEX.256.66.0F.WIG E7 /r
vmovntdqa        | xmm, m128                | VEX.128.66.0F38.WIG 2A /r
vmovntpd         | m128, xmm                | VEX.128.66.0F.WIG 2B /r
vmovntpd         | m256, ymm                | VEX.256.66.0F.WIG 2B /r
vmovntps         | m128, xmm                | VEX.128.0F.WIG 2B /r
vmovntps         | m256, ymm                | VEX.256.0F.WIG 2B /r
vmovq            | xmm, xmm/m64             | VEX.128.F3.0F.WIG 7E /r
vmovq            | m64, xmm                 | VEX.128.66.0F.WIG1 D6 /r
vmovq            | xmm, r/m64               | VEX.128.66.0F.W1 6E /r        | x64
vmovq            | r/m64, xmm               | VEX.128.66.0F.W1 7E /r        | x64
vmovsd           | xmm, m64                 | VEX.LIG.F2.0F.WIG 10 /r
vmovsd           | xmm, xmm, xmm            | VEX.LIG.F2.0F.WIG 10 /r
vmovsd           | m64, xmm                 | VEX.LIG.F2.0F.WIG1 11 /r
vmovshdup        | xmm, xmm/m128            | VEX.128.F3.0F.WIG 16 /r
vmovshdup        | ymm, ymm/m256            | VEX.256.F3.0F.WIG 16 /r
vmovsldup        | xmm, xmm/m128            | VEX.128.F3.0F.WIG 12 /r
vmovsldup        | ymm, ymm/m256            | VEX.256.F3.0F.WIG 12 /r
vmovss           | xmm, m32                 | VEX.LIG.F3.0F.WIG 10 /r
vmovss           | xmm, xmm, xmm            | VEX.LIG.F3.0F.WIG 10 /r
vmovss           | m32, xmm                 | VEX.LIG.F3.0F.WIG 11 /r
vmovupd          | xmm, xmm/m128            | VEX.128.66.0F.WIG 10 /r
vmovupd          | xmm/m128, xmm            | VEX.128.66.0F.WIG 11 /r
vmovupd          | ymm, ymm/m256            | VEX.256.66.0F.WIG 10 /r
vmovupd          | ymm/m256, ymm            | VEX.256.66.0F.WIG 11 /r
vmovups          | xmm, xmm/m128            | VEX.128.0F.WIG 10 /r
vmovups          | xmm/m128, xmm            | VEX.128.0F.WIG 11 /r
vmovups          | ymm, ymm/m256            | VEX.256.0F.WIG 10 /r
vmovups          | ymm/m256, ymm            | VEX.256.0F.WIG 11 /r
vmpsadbw         | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 42 /r ib
vmulpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 59 /r
vmulpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 59 /r
vmulps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 59 /r
vmulps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 59 /r
vmulsd           | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 59 /r
vmulss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 59 /r
vorpd            | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 56 /r
vorpd            | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 56 /r
vorps            | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 56 /r
vorps            | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 56 /r
vpabsb           | xmm, xmm/m128            | VEX.128.66.0F38.WIG 1C /r
vpabsd           | xmm, xmm/m128            | VEX.128.66.0F38.WIG 1E /r
vpabsw           | xmm, xmm/m128            | VEX.128.66.0F38.WIG 1D /r
vpackssdw        | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 6B /r
vpacksswb        | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 63 /r
vpackusdw        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 2B /r
vpackuswb        | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 67 /r
vpaddb           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG FC /r
vpaddd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG FE /r
vpaddq           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D4 /r
vpaddsb          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG EC /r
vpaddsw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG ED /r
vpaddusb         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG DC /r
vpaddusw         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG DD /r
vpaddw           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG FD /r
vpalignr         | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 0F /r ib
vpand            | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG DB /r
vpandn           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG DF /r
vpavgb           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E0 /r
vpavgw           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E3 /r
vpblendvb        | xmm, xmm, xmm/m128, xmm  | VEX.128.66.0F3A.W0 4C /r /is4
vpblendw         | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F3A.WIG 0E /r ib
vpcmpeqb         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 74 /r
vpcmpeqd         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 76 /r
vpcmpeqq         | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 29 /r
vpcmpeqw         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 75 /r
vpcmpestri       | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.W0 61 /r ib
vpcmpestrm       | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.W0 60 /r ib
vpcmpgtb         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 64 /r
vpcmpgtd         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 66 /r
vpcmpgtq         | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 37 /r
vpcmpgtw         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 65 /r
vpcmpistri       | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.WIG 63 /r ib
vpcmpistrm       | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.WIG 62 /r ib
vperm2f128       | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F3A.W0 06 /r ib
vpermilpd        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 0D /r
vpermilpd        | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.W0 05 /r ib
vpermilpd        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 0D /r
vpermilpd        | ymm, ymm/m256, imm8      | VEX.256.66.0F3A.W0 05 /r ib
vpermilps        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.W0 0C /r
vpermilps        | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.W0 04 /r ib
vpermilps        | ymm, ymm, ymm/m256       | VEX.256.66.0F38.W0 0C /r
vpermilps        | ymm, ymm/m256, imm8      | VEX.256.66.0F3A.W0 04 /r ib
vpextrb          | r32/m8, xmm, imm8        | VEX.128.66.0F3A.W0 14 /r ib
vpextrb          | r64/m8, xmm, imm8        | VEX.128.66.0F3A.W0 14 /r ib   | x64
vpextrd          | r/m32, xmm, imm8         | VEX.128.66.0F3A.W0 16 /r ib
vpextrq          | r/m64, xmm, imm8         | VEX.128.66.0F3A.W1 16 /r ib   | x64
vpextrw          | r32, xmm, imm8           | VEX.128.66.0F.W0 C5 /r ib
vpextrw          | r32/m16, xmm, imm8       | VEX.128.66.0F3A.W0 15 /r ib
vphaddd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 02 /r
vphaddsw         | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 03 /r
vphaddw          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 01 /r
vphminposuw      | xmm, xmm/m128            | VEX.128.66.0F38.WIG 41 /r
vphsubd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 06 /r
vphsubsw         | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 07 /r
vphsubw          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 05 /r
vpinsrb          | xmm, xmm, r32/m8, imm8   | VEX.128.66.0F3A.W0 20 /r ib
vpinsrd          | xmm, xmm, r/m32, imm8    | VEX.128.66.0F3A.W0 22 /r ib
vpinsrq          | xmm, xmm, r/m64, imm8    | VEX.128.66.0F3A.W1 22 /r ib   | x64
vpinsrw          | xmm, xmm, r32/m16, imm8  | VEX.128.66.0F.W0 C4 /r ib
vpmaddubsw       | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 04 /r
vpmaddwd         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F5 /r
vpmaxsb          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 3C /r
vpmaxsd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 3D /r
vpmaxsw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG EE /r
vpmaxub          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG DE /r
vpmaxud          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 3F /r
vpmaxuw          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 3E /r
vpminsb          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 38 /r
vpminsd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 39 /r
vpminsw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG EA /r
vpminub          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG DA /r
vpminud          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 3B /r
vpminuw          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 3A /r
vpmovmskb        | r32, xmm                 | VEX.128.66.0F.W0 D7 /r
vpmovsxbd        | xmm, xmm/m32             | VEX.128.66.0F38.WIG 21 /r
vpmovsxbq        | xmm, xmm/m16             | VEX.128.66.0F38.WIG 22 /r
vpmovsxbw        | xmm, xmm/m64             | VEX.128.66.0F38.WIG 20 /r
vpmovsxdq        | xmm, xmm/m64             | VEX.128.66.0F38.WIG 25 /r
vpmovsxwd        | xmm, xmm/m64             | VEX.128.66.0F38.WIG 23 /r
vpmovsxwq        | xmm, xmm/m32             | VEX.128.66.0F38.WIG 24 /r
vpmovzxbd        | xmm, xmm/m32             | VEX.128.66.0F38.WIG 31 /r
vpmovzxbq        | xmm, xmm/m16             | VEX.128.66.0F38.WIG 32 /r
vpmovzxbw        | xmm, xmm/m64             | VEX.128.66.0F38.WIG 30 /r
vpmovzxdq        | xmm, xmm/m64             | VEX.128.66.0F38.WIG 35 /r
vpmovzxwd        | xmm, xmm/m64             | VEX.128.66.0F38.WIG 33 /r
vpmovzxwq        | xmm, xmm/m32             | VEX.128.66.0F38.WIG 34 /r
vpmuldq          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 28 /r
vpmulhrsw        | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 0B /r
vpmulhuw         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E4 /r
vpmulhw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E5 /r
vpmulld          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 40 /r
vpmullw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D5 /r
vpmuludq         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F4 /r
vpor             | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG EB /r
vpsadbw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F6 /r
vpshufb          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 00 /r
vpshufd          | xmm, xmm/m128, imm8      | VEX.128.66.0F.WIG 70 /r ib
vpshufhw         | xmm, xmm/m128, imm8      | VEX.128.F3.0F.WIG 70 /r ib
vpshuflw         | xmm, xmm/m128, imm8      | VEX.128.F2.0F.WIG 70 /r ib
vpsignb          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 08 /r
vpsignd          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 0A /r
vpsignw          | xmm, xmm, xmm/m128       | VEX.128.66.0F38.WIG 09 /r
vpslld           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 72 /6 ib
vpslld           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F2 /r
vpslldq          | xmm, xmm, imm8           | VEX.128.66.0F.WIG 73 /7 ib
vpsllq           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 73 /6 ib
vpsllq           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F3 /r
vpsllw           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 71 /6 ib
vpsllw           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F1 /r
vpsrad           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 72 /4 ib
vpsrad           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E2 /r
vpsraw           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 71 /4 ib
vpsraw           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E1 /r
vpsrld           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 72 /2 ib
vpsrld           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D2 /r
vpsrldq          | xmm, xmm, imm8           | VEX.128.66.0F.WIG 73 /3 ib
vpsrlq           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 73 /2 ib
vpsrlq           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D3 /r
vpsrlw           | xmm, xmm, imm8           | VEX.128.66.0F.WIG 71 /2 ib
vpsrlw           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D1 /r
vpsubb           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F8 /r
vpsubd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG FA /r
vpsubq           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG FB /r
vpsubsb          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E8 /r
vpsubsw          | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG E9 /r
vpsubusb         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D8 /r
vpsubusw         | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG D9 /r
vpsubw           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG F9 /r
vptest           | xmm, xmm/m128            | VEX.128.66.0F38.WIG 17 /r
vptest           | ymm, ymm/m256            | VEX.256.66.0F38.WIG 17 /r
vpunpckhbw       | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 68 /r
vpunpckhdq       | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 6A /r
vpunpckhqdq      | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 6D /r
vpunpckhwd       | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 69 /r
vpunpcklbw       | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 60 /r
vpunpckldq       | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 62 /r
vpunpcklqdq      | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 6C /r
vpunpcklwd       | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 61 /r
vpxor            | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG EF /r
vrcpps           | xmm, xmm/m128            | VEX.128.0F.WIG 53 /r
vrcpps           | ymm, ymm/m256            | VEX.256.0F.WIG 53 /r
vrcpss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 53 /r
vroundpd         | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.WIG 09 /r ib
vroundpd         | ymm, ymm/m256, imm8      | VEX.256.66.0F3A.WIG 09 /r ib
vroundps         | xmm, xmm/m128, imm8      | VEX.128.66.0F3A.WIG 08 /r ib
vroundps         | ymm, ymm/m256, imm8      | VEX.256.66.0F3A.WIG 08 /r ib
vroundsd         | xmm, xmm, xmm/m64, imm8  | VEX.LIG.66.0F3A.WIG 0B /r ib
vroundss         | xmm, xmm, xmm/m32, imm8  | VEX.LIG.66.0F3A.WIG 0A /r ib
vrsqrtps         | xmm, xmm/m128            | VEX.128.0F.WIG 52 /r
vrsqrtps         | ymm, ymm/m256            | VEX.256.0F.WIG 52 /r
vrsqrtss         | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 52 /r
vshufpd          | xmm, xmm, xmm/m128, imm8 | VEX.128.66.0F.WIG C6 /r ib
vshufpd          | ymm, ymm, ymm/m256, imm8 | VEX.256.66.0F.WIG C6 /r ib
vshufps          | xmm, xmm, xmm/m128, imm8 | VEX.128.0F.WIG C6 /r ib
vshufps          | ymm, ymm, ymm/m256, imm8 | VEX.256.0F.WIG C6 /r ib
vsqrtpd          | xmm, xmm/m128            | VEX.128.66.0F.WIG 51 /r
vsqrtpd          | ymm, ymm/m256            | VEX.256.66.0F.WIG 51 /r
vsqrtps          | xmm, xmm/m128            | VEX.128.0F.WIG 51 /r
vsqrtps          | ymm, ymm/m256            | VEX.256.0F.WIG 51 /r
vsqrtsd          | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 51 /r
vsqrtss          | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 51 /r
vstmxcsr         | m32                      | VEX.LZ.0F.WIG AE /3
vsubpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 5C /r
vsubpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 5C /r
vsubps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 5C /r
vsubps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 5C /r
vsubsd           | xmm, xmm, xmm/m64        | VEX.LIG.F2.0F.WIG 5C /r
vsubss           | xmm, xmm, xmm/m32        | VEX.LIG.F3.0F.WIG 5C /r
// DynASM knows only the second name.
vtestpd/vptestpd | xmm, xmm/m128            | VEX.128.66.0F38.W0 0F /r
vtestpd/vptestpd | ymm, ymm/m256            | VEX.256.66.0F38.W0 0F /r
vtestps/vptestps | xmm, xmm/m128            | VEX.128.66.0F38.W0 0E /r
vtestps/vptestps | ymm, ymm/m256            | VEX.256.66.0F38.W0 0E /r
vucomisd         | xmm, xmm/m64             | VEX.LIG.66.0F.WIG 2E /r
vucomiss         | xmm, xmm/m32             | VEX.LIG.0F.WIG 2E /r
vunpckhpd        | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 15 /r
vunpckhpd        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 15 /r
vunpckhps        | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 15 /r
vunpckhps        | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 15 /r
vunpcklpd        | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 14 /r
vunpcklpd        | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 14 /r
vunpcklps        | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 14 /r
vunpcklps        | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 14 /r
vxorpd           | xmm, xmm, xmm/m128       | VEX.128.66.0F.WIG 57 /r
vxorpd           | ymm, ymm, ymm/m256       | VEX.256.66.0F.WIG 57 /r
vxorps           | xmm, xmm, xmm/m128       | VEX.128.0F.WIG 57 /r
vxorps           | ymm, ymm, ymm/m256       | VEX.256.0F.WIG 57 /r
vzeroall         |                          | VEX.256.0F.WIG 77
vzeroupper       |                          | VEX.128.0F.WIG 77
`;
