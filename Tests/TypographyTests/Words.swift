// Words of the catalogue of figures, for measuring. swift-format-ignore-file

/// What the figures will have to say.
enum Words {
  /// Labels and titles in both languages, one a line.
  static let labels = #"""
    01
    An LLM, End to End · LLM 从头到尾走一遍
    02
    Tensor Parallelism, Built From Scratch in Your Head · Tensor parallelism 心智模型：从零搭起
    03
    Walking Tensor Parallelism Through a Full Block · 在一个 transformer block 中完整走完一遍 Tensor Parallelism
    04
    How to Batch Many Requests Through One Forward Pass · 一次 forward 怎么塞下很多个 request
    05
    ORCA and Chunked Prefill · ORCA 和 chunked prefill：把每次 iteration 的开销摆平
    06
    Prefill and Decode Disaggregation · Prefill/Decode 拆机：两个阶段坐在 roofline 的两边
    Latent figures
    Where a computed model will disagree
    Conventions the embedding must honour
    Planned articles
    Primitive census
    0.1 notation-palette
    Symbols are small machines
    index
    下标
    range
    取值范围
    accumulator
    累加器
    expectation
    期望
    norm
    范数
    gradient
    梯度
    0.2 function-families
    Families by how they grow
    linear
    线性
    power law
    幂律
    exponential
    指数
    logarithm
    对数
    semi-log axes
    半对数坐标
    saturation
    饱和
    0.3 vector-dot-products
    Dot product: agreement in one number
    dot product
    点积
    projection
    投影
    cosine similarity
    余弦相似度
    orthogonal
    正交
    0.4 matrix-transforms
    A matrix moves the whole grid
    basis vector
    基向量
    column
    列
    determinant
    行列式
    singular value
    奇异值
    eigenvector
    特征向量
    composition
    复合
    0.5 gradient-descent
    Walk downhill, step by step
    learning rate
    学习率
    contour
    等高线
    step
    步
    diverge
    发散
    condition number
    条件数
    0.6 entropy
    Surprise, and the price of a wrong code
    entropy
    熵
    cross-entropy
    交叉熵
    KL divergence
    KL 散度
    surprise
    信息量
    perplexity
    困惑度
    0.7 optimization
    Four walkers on one surface
    momentum
    动量
    adaptive rate
    自适应学习率
    bias correction
    偏差修正
    saddle
    鞍点
    minibatch noise
    小批量噪声
    1.1 perceptron-boundary
    One neuron draws one line
    weight vector
    权重向量
    bias
    偏置
    decision boundary
    决策边界
    mistake
    误分类
    linearly separable
    线性可分
    1.2 mlp-activations
    Bends add up
    hidden unit
    隐藏单元
    activation
    激活函数
    hinge
    折点
    gate
    门控
    universal approximation
    万能逼近
    1.3 loss-functions
    How wrong, and which way to push
    loss
    损失
    residual
    残差
    logit
    softmax
    label smoothing
    标签平滑
    1.4 backprop-flow
    Blame flows backward
    forward
    前向
    backward
    反向
    local slope
    局部导数
    chain rule
    链式法则
    fan-out
    扇出
    vanishing gradient
    梯度消失
    1.5 training-dynamics
    Learn the signal first, the noise later
    training loss
    训练损失
    held-out loss
    验证损失
    early stopping
    早停
    overfitting
    过拟合
    warm-up
    预热
    2.1 bpe-merge
    Glue the commonest pair, again
    token
    merge
    合并
    pair count
    相邻对计数
    vocabulary
    词表
    end-of-word
    词尾标记
    2.2 embedding-space
    Words as places
    embedding
    embedding（嵌入）
    lookup table
    查找表
    nearest neighbour
    最近邻
    analogy
    类比
    2.3 rope-heatmap
    Position as rotation
    rotary embedding (RoPE)
    旋转位置编码（RoPE）
    frequency
    频率
    wavelength
    波长
    relative position
    相对位置
    2.4 attention-graph
    Every token asks the earlier ones
    query
    key
    value
    causal mask
    因果掩码
    attention weight
    注意力权重
    2.5 multi-head-split
    Same width, several opinions
    head
    head（头）
    slice
    切片
    concat
    拼接
    output projection
    输出投影
    previous-token head
    前一 token head
    2.6 transformer-block
    Read, mix, write back
    residual stream
    残差流
    LayerNorm
    FFN
    FFN（前馈网络）
    add
    相加
    pre-norm
    pre-norm（前置归一化）
    2.7 scaling-laws
    Where to spend a FLOP
    compute budget
    算力预算
    iso-FLOP curve
    等 FLOP 曲线
    irreducible loss
    不可约损失
    tokens per parameter
    每参数 token 数
    3.1 sft-lora-qlora
    Teach by example, train a sliver
    SFT
    SFT（监督微调）
    frozen
    冻结
    adapter
    适配器
    rank
    秩
    4-bit NormalFloat
    NF4
    memory
    显存
    3.2 dpo-vs-rlhf
    Two roads to one policy
    preference
    偏好
    reward model
    奖励模型
    reference policy
    参考策略
    chosen
    chosen（被选）
    rejected
    rejected（被拒）
    KL penalty
    KL 惩罚
    3.3 grpo-loop
    Graded on a curve, by your own siblings
    group
    组
    reward
    奖励
    advantage
    优势
    value model
    价值模型
    clip
    裁剪
    policy update
    策略更新
    4.1 gpu-floorplan
    What is on the die
    streaming multiprocessor (SM)
    流式多处理器 SM
    tensor core
    Tensor Core
    register file
    寄存器堆
    warp scheduler
    warp 调度器
    thread block
    线程块
    wave
    波次
    4.2 memory-hierarchy
    The price of distance
    registers
    寄存器
    shared memory (SMEM)
    共享内存 SMEM
    L2 cache
    L2 缓存
    HBM
    sector
    扇区
    coalesced
    合并访问
    bank conflict
    bank 冲突
    4.3 roofline
    Which wall do you hit
    arithmetic intensity
    算术强度
    ridge point
    拐点
    memory-bound
    访存受限
    compute-bound
    计算受限
    attainable
    可达性能
    4.4 quantization-bits
    Where the bits go
    sign
    符号位
    exponent
    mantissa
    尾数
    shared scale
    共享缩放因子
    saturate
    round to nearest even
    就近舍入，平局取偶
    4.5 flashattention-tiles
    Softmax that never sees the whole row
    running max
    当前最大值
    running sum
    累计和
    rescale
    重新缩放
    tile
    分块
    never materialised
    不落 HBM
    5.1 autoregressive-decoding
    One token at a time
    prefill
    decode
    logits
    temperature
    温度
    time to first token (TTFT)
    首 token 延迟 TTFT
    inter-token latency (ITL)
    token 间延迟 ITL
    5.2 kv-cache-growth
    Memory bought with memory
    KV cache
    weights
    权重
    context length
    上下文长度
    recompute
    重算
    append
    追加
    5.3 kv-compression
    MHA, GQA, MQA, MLA
    query head
    query 头
    latent
    latent 向量
    down-projection
    下投影
    up-projection
    上投影
    absorb
    矩阵吸收
    decoupled RoPE
    解耦 RoPE
    5.4 long-context
    Four ways past the window
    sliding window
    滑动窗口
    attention sink
    context parallel
    上下文并行
    zigzag
    zigzag 划分
    position interpolation
    位置插值
    6.1 ring-allreduce
    Everyone gets the sum, nobody is the bottleneck
    reduce-scatter
    all-gather
    chunk
    bus bandwidth
    总线带宽
    bandwidth-optimal
    带宽最优
    6.2 zero-stages
    Shard what is only needed for a moment
    optimizer states
    优化器状态
    gradients
    parameters
    参数
    shard
    分片
    6.3 tensor-pipeline-parallel
    Cut the layer, cut the stack
    column-parallel
    列并行
    row-parallel
    行并行
    microbatch
    pipeline bubble
    流水线气泡
    in-flight activations
    在途激活
    6.4 expert-sequence-parallel
    All-to-all, twice
    expert parallelism
    专家并行
    sequence parallelism
    序列并行
    all-to-all
    dispatch
    分发
    combine
    straggler
    掉队者
    7.1 continuous-batching
    Static, continuous and chunked batching
    slot
    slot（槽位）
    iteration boundary
    迭代边界
    waiting queue
    等待队列
    idle
    空转
    padding
    token budget
    token 预算
    7.2 paged-attention
    PagedAttention
    block table
    block table（块表）
    physical block
    物理块
    free list
    空闲链表
    reference count
    引用计数
    internal
    external fragmentation
    内部
    外部碎片
    7.3 interference
    Prefill–decode interference
    TTFT
    ITL
    stall
    停顿
    budget
    SLO line
    SLO 线
    算力受限
    7.4 disaggregation
    Prefill and decode pools
    prefill pool
    prefill 池
    decode pool
    decode 池
    KV hand-over
    KV 传输
    goodput
    goodput（有效吞吐）
    utilisation
    利用率
    7.5 kv-networking
    Moving the KV cache
    layer-wise transfer
    逐层传输
    exposed time
    未掩盖时间
    break-even
    临界带宽
    per direction
    单向
    7.6 prefix-caching
    Prefix caching
    shared prefix
    共享前缀
    hit
    命中
    evict
    逐出
    leaf
    叶节点
    last access
    最近访问
    7.7 speculative-decoding
    Draft and verify
    draft
    draft 模型
    target
    target 模型
    verify
    验证
    accept
    接受
    reject
    拒绝
    residual distribution
    残差分布
    bonus token
    bonus token（额外 token）
    8.1 chain-of-thought
    Chain of thought and self-consistency
    步骤
    chain
    推理链
    sample
    采样
    vote
    投票
    final answer
    最终答案
    error carried
    错误传递
    8.2 tree-of-thoughts-mcts
    Tree of Thoughts and MCTS
    thought
    thought（思路）
    select
    选择
    expand
    扩展
    simulate
    模拟
    back up
    回传
    prune
    剪枝
    visits
    访问次数
    8.3 process-reward-models
    Process vs outcome reward models
    step score
    步骤得分
    outcome
    结果
    process
    过程
    best-of-N
    sound
    推理正确
    lucky
    侥幸答对
    9.1 architecture-landscape
    Map of published models
    total parameters
    总参数
    active parameters
    激活参数
    dense
    dense（稠密）
    attention kind
    注意力类型
    context
    9.2 model-comparator
    What a config costs to serve
    read per step
    每步读取
    bandwidth bound
    带宽上界
    compute bound
    算力上界
    experts touched
    用到的 expert
    fits
    放得下
    10.1 mamba-ssm
    Selective state spaces
    hidden state
    隐状态
    gate Δ
    步长 Δ（门）
    selective
    选择性
    parallel scan
    并行扫描
    fixed size
    定长
    10.2 hybrid-jamba
    Hybrid stacks (Jamba)
    attention layer
    attention 层
    Mamba layer
    Mamba 层
    interleave
    交错
    ratio 1 : 7
    比例 1 : 7
    total
    active
    11.1 react-loop
    Reason, act, observe
    thought（思考）
    action
    action（动作）
    observation
    observation（观察）
    environment
    环境
    上下文
    finish
    结束
    11.2 long-term-memory
    Window, store and retrieval
    context window
    上下文窗口
    vector store
    向量库
    recency
    时近性
    importance
    重要性
    relevance
    相关性
    reflection
    反思
    11.3 multi-agent-topologies
    Chain, star, hierarchy, mesh
    hub
    中心节点
    orchestrator
    编排者
    worker
    执行者
    round
    轮次
    critical path
    关键路径
    inbox
    收件量
    11.4 evaluation-dashboard
    pass@k, error bars, Pareto
    success rate
    成功率
    confidence interval
    置信区间
    paired
    配对
    frontier
    Pareto 前沿
    dominated
    被支配
    cost
    成本
    latency
    延迟
    12.1 rnn-bottleneck
    The queue inside a recurrent net
    隐藏状态
    sequential depth
    串行深度
    path length
    路径长度
    12.2 gemm-tensor-cores
    Tiles inside tiles
    fragment
    fused multiply-add (FMA)
    乘加 FMA
    double buffering
    双缓冲
    wave quantization
    波次量化
    12.3 moe-routing
    Who gets the token
    router
    路由器
    expert
    专家
    capacity factor
    容量因子
    load balance
    负载均衡
    shared expert
    共享专家
    dropped token
    溢出 token
    12.4 multi-lora-serving
    One base, a thousand tenants
    adapter（适配器）
    base model
    基座模型
    segment
    分段
    unified paging
    统一分页
    swap in
    换入
    12.5 slo-goodput
    Fast enough, for enough of them
    SLO attainment
    SLO 达成率
    TPOT
    tail latency
    尾延迟
    12.6 rag-retrieval
    Find before you answer
    embedding（嵌入向量）
    top-k
    recall
    召回率
    文本块
    12.7 thinking-budgets
    What one more thought is worth
    thinking budget
    思考预算
    reasoning tokens
    推理 token
    diminishing returns
    边际收益递减
    majority vote
    多数投票
    budget forcing
    budget forcing（强制预算）
    12.8 whole-cluster
    The promise, in one picture
    KV transfer
    draft model
    草稿模型
    vector database
    向量数据库
    reasoning pool
    reasoning 池（长思考）
    """#

  /// Words that between them have every pair of neighbouring characters of the catalogue, separated by spaces.
  static let tokens = #"""
    (shear/rotate/scale/reflect/project/symmetric, ½x(1+tanh(√(2/π)(x+0.044715x³))),
    (.21,−.34,.08,.45,−.17,−.29,.38,−.05,.12,−.41,.26,.03,−.22,.33,−.14,−.24). **article-06/fig-memory-hierarchy** |Primitive|Existing|Latent|Planned|
    4·80·8192·(4096·4097/2)]/(8·989.4e12)/80 **article-02/fig-head-groups** **article-05/fig-iteration-pack** **article-02/fig-qkv-matmul**
    **article-04/fig-mask-naive** selection–expansion–rollout–backup **article-01/fig-block-full** **article-04/fig-flat-tensor**
    **article-04/fig-mask-varlen** **article-02/fig-column-cut** **article-03/fig-block-flat** norm(π^(1−ηβ)·π_ref^(ηβ)·e^(ηr)),
    **article-04/fig-fx-walk** unchanged/blended/interpolated **article-02/fig-fx-row** **article-03/fig-trace-v1** **article-03/fig-trace-v2**
    (dashed/outlined)|3|0|1| (affine/Σ/Π/max/𝔼/‖·‖/∇, max(2·8.03·10⁹·P/peak, I=2Π·T/(2Π+K_tok·L·B). [R(kD−t)]^k/k!·e^{−R(kD−t)}: **article-01/fig-loop**
    1.3e9·(C/8.64e19)^0.73 min(⌊2048/threads⌋, ⌊65536/(regs·threads)⌋ 16.06)·10⁹/(131,072·N)⌋ (1−ρ)Σ_{k=0}^{⌊t/D⌋} concat(head₁…head_h)·W_O
    log2(context/1,024); K_tok=2·32·32·128·2=524,288 cu_seqlens=[0,10,40]. article-03/head-straddle |gantt/swimlane|0|2|3| (.8,−.4,.1,0,.25,−.7,.02,.55)
    a_max·Φ(ln(b/L₀)/σ). (default/AND/OR/XOR, (2u−1)·√(3/fan_in), attention：拆开、各算、拼回. (linear/semi-log/log-log, (lowest/slow/newer/widest,
    trigram-with-backoff bandwidth-optimal). GT/s·16·(128/130)/8; 60·576·6/(95·2·8·128·16) (Pollaczek–Khinchine; G⁻¹·(C/6)^(α/(α+β)), 2·L_attn·kv·hd·b·T;
    MN/(tiles·T_mT_n), Auxiliary-Loss-Free FLOPs/(0.4·peak). article-05/convoy `fig-slug.svg`/`fig-slug.zh.svg` softmax(QKᵀ/√d_k softmax(QKᵀ/√d)V
    (mulberry32(seed), fabric/memory-tier W₂·GELU(W₁·LN(x)), pre-norm（前置归一化）. (8.8e13/N)^0.076, (5.4e13/D)^0.095, bytes)/bandwidth. (FlashAttention-2
    elements/token/layer 2)·32·9·7,000/50·10⁹ [2,7,3,5,4,8,1,6,3,2,5,2], [2,7,3,5,6,11,6,12,9,9,14,11] *wrong-majority*: observation（观察）;
    article-05/heartbeat (Cauchy–Schwarz); (½,¼,⅛,1/16,1/64×4): forward-vs-reverse. (w·x̃)/√(w₁²+w₂²); s_{j−1})·ReLU(x (none/attention/FFN,
    G·(C/6)^(β/(α+β)), [memory|compute], chunked-prefill. C(n,k)p^k(1−p)^(n−k). 2·read·B/(G·π)]; Llama-3.1-405B's max(FLOPs/500T, compute/prefill;
    High-Dimensional perpendicularity. early-stopping; π_ref·e^(r/β)/Z; β∇KL(π‖π_ref)], N_i·t)/bandwidth sin(0.7(n+1)(j+1)), [microbatches],
    DeepSeek-V4-Flash Llama-4-Maverick k)·3·d·f_e·L_moe, Jamba-1.5-Large: Self-Consistency 58·256·3·7,168·2,048 (redundant/冗余); linear-dominated.
    kv_length=S+C. FlashDecoding: 55·(9/11)^{2t}; bias-correction. (2,1),(1,3),(3,2),(2,4),(4,1); cos(kπx_i)/m_k; (αA/βB)^(1/(α+β)). (Eckart–Young:
    (.30,.25,.10,.15,.12,.08), G/(132·waves), (DeepSpeed-Ulysses T·k·h·b·(P−1)/P, [2,8,5,7,7,14,8,14,11,12,17,14]; (Llama-3.1-70B: sin(0.37(i+1)(j+1)
    L2-normalised. 生成循环：采样、追加、再来. FlashAttention: |bracket/brace|5|0|0| (roofline)|0|1|0| straight-lines; alphabetically). (new,est`</w>`)
    think-per-token; register-limited; 0.3)·e^(−0.02i), KV)/bandwidth. compute-heavy. (StreamingLLM, FasterTransformer 2·⌈prompt/16⌉.
    (1−a)^N·p(1−t)/(1−a). const))/80e9⌉. α_imp·importance (1.96²·.25/.03² read/bandwidth; 3.3616·W(B)/(W(5B) GFLOPs/token; block：两半，各包一条 `currentColor`,
    0.1·g/(√s+ε), cos(kπx)/(k+1), One-hot(id)·E base^(−2i/d). cos((m−n)θ_i), relative-only; “importance”. head_i·W_O^(i) ln(π_i/π_ref,i) ln(π_1/π_ref,1)
    2·L·n_kv·d_h·b; (Sarathi-Serve, abcdefghijmn, abcdefghklop, const))/(G·β), softplus(z_t), lookup(entity, tanh(W·h_{t−1} L₀e^{σ²/2}Φ(z bytes/3.35T),
    shard=dim/TP; 有效/effective), [[2,−1,0],[1,3,1]], (1−ηλ₁)^t·10, huffman-code) Bernoulli(¼): (0.138498562, mulberry32(7) 15,2,9,7,11,0,7,14;
    β·KL(π‖π_ref) Asymptotically W/bandwidth), RoPE(W_KR·h); ⌊rN/P⌋…⌊(r+1)N/P⌋ [0,1,2,3,6,7,8] reduce-scatter; GeLU(XA_i)B_i; `microbatches `ref[block]`;
    (prefill-first, exchangeable), ln(1−u₁))·cos (.99,.97,.40,.20); DeepSeek-V4-Pro Qwen3-235B-A22B input-embedding L_mamba·2d·(16 r^(n·rounds)).
    latency–success min(3·5.8698, logical→physical concat)|4|0|1| |fork/fan|2|0|2| “exponential” ((√κ−1)/(√κ+1))²; 0.596884378), 0.772928465),
    −0.038098237); (1−ηλ_k)^t]. 2/−ln|1−ηλ_k| [nats/token]; softmax(z/T) Llama-3.1-8B, simultaneous. 2(N−1)/N·S/B. [iterations], 524,288·(Σc_j
    *prefill-first* compressed-KV gpt-oss-120b: 235,741,434,880 671,026,404,352 KV-vs-context *reason-only*: Breadth-first d_out)/(d_in·d_out)
    (TTFT-bound), 2·37·10⁹·8,192 *Llama-2-7B*, C·S+C(C+1)/2; S=4k/64k/256k/1M (fig-pd-split strip)|16|4|6| **Parameters**: softplus(−x) (1−ηλ₂)^t·1.
    “diverges”). Vandenberghe, Bernoulli(½) (2/(√L+√μ))², Σ_{j=0..n−1} (−0.019049118) m_k(c_k−c*_k)², (est,`</w>`) wavelengths. Interpolation full-matrix.
    [parameters]; ln(π*/π_ref) SMs·warps·128 coalescing). attainable(I) 516,096/70,272 rebroadcasts, (Megatron-LM 2(N/P)h(P−1). [7,1,3,0,2,…],
    max(F/312e12, 6,738,415,616; RD²/(2(1−RD)); RD²/(4(2−RD)); depth-first; p/q/residual active/total: Mixtral-8x7B L·(512+64)·b 403,752,042,496
    235,093,634,560 Hillis–Steele, (Brent–Kung, α_rel·relevance (Hillis–Steele σ(1.5·sin(1.7t [req/s/GPU], Billion-scale L₀e^{σΦ⁻¹((i (1024…32768,
    sub-layer", sub-layer". W[512×768], computed"); 1,000/4,096/16,000/100,000 width/height; translucent. index.zh.md; draft/verify |arrow|11|0|2|
    |ellipsis|10|0|0| **Telemetry**: [[3,0],[4,5]]: Cross-entropy squared-error m_k(c_k−ĉ_k)²; Φᵀ(Φw−y)/16) algorithm); parallelogram; N*(5.76e23)
    Bradley–Terry (1024…16384, (256…131072, (DeepSeek-V2, DeepSeek-V2's Interleaved: [MB/layer]. ring/Ulysses *continuous*: append(seq): RD²/(2K(K−RD))
    NVLink/PCIe abcdefghij, wxyzstuvpq, wxyzstuvrm, wxyzstuvno, 0.107666015625; ⌊period/2⌋, environment's C(n−c,k)/C(n,k); E[min(L,b)] strike-outs;
    d_head=128; W[2048×256] Iteration.) parallelism: token→expert max-vs-argmax; 1/(1+e^−x), C(d,k)/2^d. Pythagoras: ellipse-svd. (LLaMA-7B). subtracted.
    0.082167041; |gradient|. dictionary: p(w,c)/(p(w)p(c)), 124,439,808. 4·d_model², 2n²·d_model InstructGPT π_j/π_ref,j), ln(π_ref/π) dead-group.
    subnormals, 0.001·c(w)), microbatch: M/2.039e12) (DistServe, −ln(1−u)/R, (512…32768, 3ε²(1−ε)/4: Szepesvári, Accept/reject 2403.19887; max[(w·R(B)
    16,083,591,168 ⌈671.03/80⌉ 31,984,210,944 (a₁,b₁)∘(a₂,b₂) ("marked"), (Jamba-v0.1 0.995^hours ⌊(i−1)/b⌋), difference"; Schmidhuber γ·sign(mean
    `popularity ln(b/L₀)/σ. α^{γ+1})/(1 整个模型，从头到尾. block，每一步的 k=h·d_head. W[512×1024] W[1024×512] ★ALL-REDUCE px/token): ~(N+K)²/2; trapezoid, title/desc.
    post-order. −916.290732 **Sources**: ln(1+e^x). 2.436457e−5 histogram. Optimization e^H(nats): y·distance xor-fails. Perceptrons SiLU(a)·b,
    W₂(W₁x+b₁)+b₂ (Hendrycks (p−1)·p(1−p). Architecture (gradient) Rumelhart, k⟩/(‖q‖‖k‖): write‖/‖x‖, 32/(64·256) −Σ_{pairs} 0.8^t)(r_i −√(k/(G−k));
    DeepSeekMath [TFLOP/s], round(v/X) 就近舍入，平局取偶. QKᵀ·scale; Published: Gimelshein, ln(c(u,v,w) `temperature Efficiently multiplying ⌊i·g/n_h⌋,
    Bytes/token b^(−2i/D); PERFORMANCE cos(0.3n), Rajbhandari (p−1)/(v·m) Korthikanti DeepSeek-V3: Megatron's 0x6D2B79F5 (16+8+32+4) (128…4096, min(x·r_p,
    arithmetic: α^(γ+1))/((1 (ΔA)⁻¹(exp(ΔA) g_t)h_{t−1} bottleneck. sin(0.9t), ⌈cf·kT/E⌉, Muennighoff d_head=64, Downwards: –attention→ [4×2048]);
    |lanes|2|1|1| |stack|1|0|0| Σ_{i=1..n} Π_{i=1..5} Patashnik, Goodfellow, 80000-2:2019. 16.260205°, ‖a−b‖²)/4. Vershynin, [[2,0],[0,½]], entrywise;
    −α·sign(g) noisy-sgd; |1−ηλ_k|^t est`</w>`. [symbols]; PPMI(king, log₂(11/3) king–woman (i,i+d/2). one-group; {registers, 3·sin(0.7i 2Nd⌈N/B_r⌉
    calculation GB/131,072 `bandwidth 3Ψ(N−1)/N. ZeRO-1/2/3 *chunked*: (256…8192, throughput. p(x_i)/q(x_i), exhaustive ("lucky"). best-of-N; config.json
    SSM/hybrid α_rec·recency 1)^(−skew) 3.057·10⁻⁴ (12.5…400, weights·V W[256×512] q_rows=C, 2048-row, 0/1k/4k/16k/100k K_tok·S), |box|8|0|2| strip|6|0|0|
    |residual **Checks**: −4.605170. binary64, Squashing Numerical (RMSProp, ½·26·0.05² α/(√v̂+ε) Loshchilov (W₂b₁+b₂). (i+½)/16, peak·t/W, low`</w>`;
    “lowest”. [8,6,0,4,0,0,0,0], Frobenius king–queen king−queen Goldberg, (2/d)·Σ_i [tokens]; Unscaled, (α/r)·BA, ½‖(α/r)BA Likelihood mean)/std
    A_i(e_{o_i} DeepSeek-R1 Occupancy: (occupancy coalescer: [FLOP/B], "attention" e^(S−m′); Σe^(s−5). (Holtzman W_UV,i·c; (Patarasuk (2+K)Ψ/N; (4+K)Ψ/N.
    [yes|no]. (p−1)/(m+p−1) `KV/query t≫14)/2³² [4,9,6,3]; ⌈P/(T−d)⌉ q(q+1)/2); ttft-vs-itl inter-op: ⌊(L−1)/b⌋ Σmin(p,q) Σ_{k>n/2} Question, *ToT-BFS*:
    N_child), ⌈(weights (MacNet's [.678520, MNK(1/T_m m64n256k16 Euclidean exact|/k; λ·tokens. (250…64000, chapter's (31/32)^B) –reshape→ 10×100²=10⁵;
    (1,481×). label|10|0|0| softplus' 0.891251: (−180…180°, “similar” 2/(λ₁+λ₂) polyline; (0.01…0.22, max|1−ηλ| (x₁,x₂,1), −0.002460: p_target. Σ½(target
    Sennrich, 1.874469; Embedding Identity: 0.541306, objective [reward]; reference”; *vendor*, prefill's sin(0.5ij Θ(N²d²/M) paragraph's (×213.4).
    W_UK,i·c, w(w−1)/2; 2(N−1)/N: 2Ψ(N−1)/N p⌊k/(pv)⌋ PipeDream InfiniBand *direct*: L_m·2d·16 L_m·2d·3; C·Ā^j·B̄. 0.995^168 §4.1–4.2); sd(d)/√N.
    pass@k/pass^k Yashunin, 2/(σ√(2π)) `acceptance *latent*: **Cards.** upwards: viewBox. formula. Outlined path|1|0|0| **Model**: {symbol, formula:
    **Beats**: [count]; parabola; (1+√5)/2 (1−2t)²: (½,¼,⅛,⅛). log(p/q) Novikoff: (x²/sin, Huber(δ) 0.417030; Half-life U-curves √Σ_{i>k} king–cat
    0…d/2−1, Var(q·k) sharpness [5×32]), C/(6N*), (1e7…1e13, 16-bit); η[(1/G)Σ policy's Schulman (yield): `working `latency [KB/SM], NVLink's `outlier
    cos(0.9i snapshots admitted. Additions (N−1)·S. 7.5·10⁹, out[i][j] ⌊tP/64⌋, *static*: ref(old) OPT-13B, A100-80GB 2P(n_dec [2P·4096 (1+α)/(1+c)
    sound/unsound, (2023…2026, 2^−(j+1) "parallel" 398.56B, (Tamsin, ALFWorld AutoGen, (1−p̂)^k τ-bench, Overflow MLCommons ½)/200)}, Test-Time (03–04):
    FFN-down –concat→ [f1…fd]. fᵢ·Rowᵢ. 4d=2048, [10:40]; 1×1000²=10⁶ GQA/MLA: (Graham, R(tθ)·(I area-zero x₂·col₂. Elements (a_k,b_k) Gallery: π²/(2n²)
    (Shazeer “training h₁(1−h₁), adjacent Weighted king–man Implicit e²/(e²+2) (Vaswani Kaplan's SMEM/L1, *input*: Little's Kernels: 2^(⌊log2 sin(1.3i
    T(T+1)/2 d_R)/(d_c 2·g·d_h, (2+2+K)Ψ; (Narayanan in[j][i]. Pρ/(1+ρ) n_kv/n_q: C(E−E/P, Lepikhin s≫15)·(s 0,50,…,250; OPT-66B, *radix*: 1.7·10⁻⁶
    Ordinary tot-bfs, soundness .5904^N. (1−p)f), total·w. (2¹⁰…2¹⁸, river?". HotpotQA. 0.995^24 ∂h_N/∂h₀, 128×256: `experts "sparse, (0.5…9.5, 0.11j²),
    `metric` Recall@k a_max·ln `samples blocks" *Needs*: highlight, ★GATHER (fp16); 700×680. C=1024, 最慢的一档). (§1–2): N²/(2C) 0.55–0.85. #4a90e2 #f5a623
    #7ed321 #d4a017 (#b8860b Cairo's mask0): |tensor bar|2|1|1| **Idea**: value}; 10^−0.05 shadow; η∇f(z). 2/λ_max −log₂q, 2/(L+μ) 自适应学习率; (1−β)g;
    max‖x̃‖² 3·d·d_ff' SwiGLU: SwiGLU. swiglu. Cybenko Central |∂E/∂w|, U[0,1]. halving 1.5e−4, 2π/θ_i: (m−n)θ; RoFormer §3.2.1). [FLOP]. itself. [dims];
    ([5×8], group's min(ρA, clip(ρ, (1−p)^G Up-bars (`GH100` SXM5`). [TB/s]. `encode` (−500…500, 共享缩放因子; Rouhani W_DKV·h W_UK,iᵀ `groups Window: L·θ/2π.
    ⌊log₂N⌋ 2(N−1)α [GB/s], PyTorch t_b/v): ⌊eP/8⌋; k)/C(E, max(o); (B·Σmax 7-token doesn't wxyzuv, (SGLang NeurIPS "really" Φ(m/ν), Classes: (1−p)f;
    V4-Pro: (2⁰…2²⁰, ⌈d/16⌉: {(Aster (Ochre, (0.9…0.999, Agents, MemGPT, pareto. U·x_t), O(nd²), (MaxVio (X·A_a) (·B_a), (MLPerf u·m_L⌋, 1664525s M^(−l),
    (1−p)ⁿ: 边际收益递减; 653.9(1 *From*: *Anim*: fx1…fxk; 1..d/2, `.dark` `<img>` #78b48c (‖a+b‖² P(|cos| [[½,½],[½,½]], x₁·col₁ [area]; (W₂W₁)x ∂E/∂w₁.
    slowly, man−woman man→woman S(20,0) (1e3…1e6 √(8√2); βB/D^β; r·2d/d² reward” 1+ε)A), (jitter (NVIDIA max|v|⌋ ("never absorb. Ainslie 2P−1−i) min(mv,
    "bound" t≫7)·(t b·⌈L/b⌉ *mixed* *xPyD*: PCI-SIG PRM800K Mamba's C_t·h_t. a/(a+m) (FIFO); pass@10 2·10¹¹. m16n8k16 wgmma); CUTLASS λ/a_max Π=7e9,
    *H100*: [vocab vocab] Dashed (部分和); (ΣL)², 只算对角块. 风格的数字. bytes→ axis`, 1.5rem (HTML5 LaTeX. a·x^k, 半对数坐标; 余弦相似度; R(θ)P, A_ij². (1−t)I f(x,y) λ₂y²),
    step]. log₂p, D(p‖q) H(p,u) D(p‖u) D(q‖p) log₂K. 25y²), 0.1g², (−3.9, α/√0.1 Adam's 小批量噪声. Kingma (“—”). ±1/√2. knots. ReLUs; Xᵀ·dY, Baydin (es,t)
    相邻对计数; S(m,n) S(−Δ), “sat”: “the₂” “mat”: 注意力权重. 2πt/5, 2πp/8, c·type Slices block: L(N,D) log₁₀C 不可约损失; Δ‖²_F, QLoRA: ½·1²), (4.7M, Ouyang P(i≻j)
    π_j(ln [n/N], Guide, min(β, gcd(s, min(π, {BF16, `decode` 1001001`), E2M1's `value 0.001)` rowmax Q[i][j] 0.7j), K[i][j] 0.4j), V[i][j] jumps, 当前最大值;
    head's n_h/g, `query 上下文并行; 0…N−2: ring's (ZeRO, 优化器状态; GeLU). 0…p−1, [t_f], 流水线气泡; GShard idle}. (arXiv ⌈L/b⌉; Always Write: Ridge: 未掩盖时间; A100/H100
    p)/0.3 1)/(γc ⌊n·u⌋. (1−ε)³ GSM8K, (⌊3u⌋, σ(m·y' s^S)ℓ. Uesato (YaRN; Kimi-K2 2¹²…2²⁰ 注意力类型; 上下文长度. ("does fit"); 1)·ΔB. 0…L−1: ratio; BUTLER ReAct,
    上下文窗口; Edges: inbox: (0.95⁷ 0.95¹⁵ h_t²)W (MACs, 10⁻³², 1e-9). [MAC], (tanh′ `wgmma` 0.25(7 §2.1.2, S-LoRA Erlang v_i[j] Johnson Utility 2·10⁻⁵ 向量数据库;
    ASCII; ASCII. ASCII, [0:10] Phases hatch` 10⁶/10⁵ "2–3×" unique 。，：；—— |hatch 2σ(2x) ‖a‖‖b‖, §9.3.2 “ball” R²/γ², xΦ(x), xσ(x). (−8…8, e^loss ∂E/∂w₅
    (1.1^t U_kS_k, αA/N^α 3u₁v₁ᵀ u₂v₂ᵀ, Tuning Nvidia B200), q^R·k^R pv)/p⌋ (vLLM) NDR/HDR i.i.d.). x_1…x_γ "MCTS" `read` (a₁a₂, Mamba, FFNs), "which
    pass@5 pass@8 pass^5 m×n×k. (V100, f_e·P_e v5.0). pass@n TP=2; R=149 N+i−1 (GPU1 GeLU; (−∞); S=kC; 模型权重, (§6): (§5): "half 11–13, 9–10. ⊕|3|0|0| (n=10
    Knuth 取值范围; a+mx, ReLU, Equal σ'(0) 2k)/d π|det 特征向量; 0.1x, 1e−6: 偏差修正; “Adam AdamW y·x̃; 决策边界; 线性可分. f̂(x) 隐藏单元; 万能逼近. 标签平滑. dY·Wᵀ 4^−L; 链式法则; 梯度消失.
    ĉ_k[1 3e−5: (e,s) (l,o) After 词尾标记. USVᵀ; s_i²; mθ_i, nθ_i. 1e4), 相对位置. “RoPE 因果掩码; the₂: the₁. 8/h]. 输出投影; 8nd², [1e8, √8·u₁ √8·v₁ (r×8, GB”). (1…70
    (1−P) 4/β². max|π (Azar (RLHF 参考策略; (Shao 策略更新. (GRPO 寄存器堆; (CUDA 合并访问; β·I); FP4}, (HGX, FP8), 访存受限; 可达性能. FP32, E4M3, E5M2, MXFP4 E8M0, 2⁻¹⁶; 2⁻²⁴;
    {0.5, OFP8; FP16: row's RMSE, 重新缩放; (Kwon (q̃_i (ISCA 矩阵吸收; RoPE. γ)θ/s 10⁶), algbw 总线带宽; 带宽最优. Yuan, y_n)² FP64; KΨ/N; FSDP. 在途激活. 4Nh/P 36.9× 等待队列;
    空闲链表; 外部碎片. Eight SLO]. 算力受限. Zhong K/D). Gb/s. 逐层传输; 共享前缀; 最近访问. CDF), m)(q₀ (α,γ) 残差分布; 最终答案; 错误传递. MCTS, Ghost MCTS: 访问次数. ν·g), 2πu₂, ORM's (t,f)
    步骤得分; 推理正确; 侥幸答对. "8x7B ·10⁹. 每步读取; (Ā_t, Other 并行扫描; KV(T) 94B). 187}; 80°), hub's 中心节点; 关键路径; 1.5⁶⁴ ⌈log₂ 10⁻⁵, 并行扫描. 4096³ ISA). 波次量化. Geijn 负载均衡;
    共享专家; Fedus SGMV, 统一分页; SLOs, (OSDI HNSW: Top-5 2cos, Above 思考预算; 多数投票; Q,K,V comm" 100%, |---|---:|---:|---:| ‖e‖²: |a·b| λ₂/λ₁ w₁…w₄ w₅…w₈ E‖x‖²
    5000”. 5e5). (App. (PPO: `H100 (e.g. SMEM; (b(MK H200, log–log (CACM "93.3 busbw (NCCL 1F1B: "1F1B FCFS; 1P1D: 1P1D; *hash vLLM: "1T": m1…m5 RNN's
    s/Σs: A_aB_a `TPOT Snell SVGs h=8, A=10 B=30 L²/2 2ndk GPU2 那半). 5–8; 先算完再 SRAM ~256 带宽); 无状态) 持有长寿 27k, SVG. Each 累加器; [−6, 2h². Axes [x]. ℝ^d. [°];
    UΣVᵀ A(t) 2mkn 行列式; 7–8; 4–5. x⁴/4 等高线; 交叉熵; 1/9, 0.9s y⁴/4 GD's AND, XOR: 误分类; ⅔·4d 8d², al., §7). “∞”, w₃x₁ w₄x₂ w₅h₁ w₆h₂ w₇h₁ w₈h₂ 0…); 2/λ₀ 过拟合;
    [%], 最近邻; ⟨R_m 128: “on” W_O. One? W_Q, W_V, 残差流; 6ND. SFT: W_v: W₀'s B·A; β(ln “DPO 4–7; 1−ε, DAPO HBM. 线程块; GHz; 64:8 ÷2)` INT8 INT4 (OCP 符号位; O/ℓ,
    `B_r 累计和; EOS; `new ITL. GiB; [×], 10⁴, S/T. [Ψ], H/P, 掉队者. 10^9 2^30 CDF: ⌊4.5 7×4, pow2 5–6. Eqs. 利用率. RoCE IBTA (Eq. a–d, ICML {+1, PaLM 推理链; ICLR
    {+5, x|); {14, (+5, UCB1 ECML [B], 56B" d·E; V3's 放得下. B̄_t .9], LTI; 选择性; Δ·B; x_0; 2⁻⁸. km): 上下文; 0–1. [h], UIST 编排者; 收件量. Qian 109: 被支配; w⁵⁰: 12³,
    128² (PTX 双缓冲; "4×4×4" (R·D Nine 尾延迟. ⌊−ln NIC, MoE; "FFN (C×C `{{< >}}` 22%, ‖·‖₁ ‖·‖₂ ‖·‖∞ σ₁σ₂ ‖∇f‖ w₂x₂ Zoom i.e. ‖q‖; ‖FFN GEMM DDP, SOSP "ij"
    JASA d×d; (E2E p99: `ef` |ANN "zh IDs [N] 3d) (每个 拍平的 主导; ~30 ~50 共享, 目标是 A's ~6, §7: CJK EP: |op Π), 3xy 期望; 幂律; 饱和. 点积; 正交; e₂; SVD √45 A|, A|; tR,
    k×n 复合. ABx −∇f 发散; −Σp αg, αv, √10 √3; 偏置; 门控; MAE 残差; (o₁ δ_o 前向; 扇出; φ_k 早停; 预热. BPE 合并; 类比. 波长; Go! AV. e₃, e₄, c²; 切片; 拼接; (h× 相加; “20 冻结; 显存.
    π*| π*. 偏好; 惩罚. “no ΣA² 奖励; 优势; 裁剪; LCG 波次. Luo LRU %): 缓存; 扇区; 冲突. M×K K×N 2r) B*; ±6. v_5 (`0 2⁻⁹ ±0, KV: π's −∞, K/V ΣP; PV; m′. e⁻² z_w 权重; 追加.
    7's k_i CSA HCA 波长. 2S; 3Ψ, 3Ψ. 3(p Z's 预热; 64ρ µs; 分发; 空转; 预算. "up 停顿; D/K GbE 单向. 4s; 命中; 验证; 接受; 拒绝; +7] +9, ε_d 步骤; 采样; {7, [of ucb 选择; 扩展; 模拟;
    回传; 剪枝; ℓ), S]. 结果; 过程; MTP Δ_t ±4. 1)e 交错; 环境; 结束. m2: m4, m3, 反思. 轮次; d̄, .7⁵ {A, G}; 配对; 前沿; 成本; A·B 64² E·Σ 分段; 换入. W); RAG b*. 1–9 A→A B→B |y|
    ‖w‖ |x| C++ NaN N×N T×T |z| ‖W‖ "L ⋮, ⊕. ⊕, ⋮; (配 ★2 ★3 ★4 逐个 走. 彩色 斜纹 [C C: ~4 Σ, (→ W; Σ; ℝ, σ; θ, θ. RS ½; (κ y₀ 步; u: q; H. p₁ ∞; −= βv β₁ β₂ (≤
    If ℝ³ ℝ; z, z₁ o₂ XW dX dW m₀ ∞: η: “≥ Is [6 v. ε: 秩; 𝔼r [P β. Z: −½ θ₀ += G: k3 组; %; %. KN π: 6} (= aℓ aO O; `N nP 头; PI θ′ γθ Nw w₀ 4Ψ 2ℓ 3m (≫ Σo
    G; τ, K: 池; u; α; q" Q̄ IO 2f Δ, ±κ 层; 3α W. n⌋ rⁿ Wu Du $, ±3 n⌉ `M E: `γ R; ∞. s₀ `k Pn λ: ½: `λ s1 ## 第 ⋯ ≈ & ∈ ← ∝ ≡ ≠ ∗ ∩
    """#

  /// Most of its other words, separated by spaces.
  static let others = #"""
    0.2(u 0.4·c(v,w 0·log 0…N−1 1's 1)(t_f 1)/v 1)p 1,024-token 1-byte 1.329e12 1.65e−4 1/(4n² 1/(M 1/D 1/N 1/d 1/i 1/n_in 1/√(d_h 1000-token 1000·ln
    100k/2048 10k 128-token 128/MLA 128k 12d² 13B 13d 16-level 16-token 16k 17e 18M 1M 1e-8 1e13 1e6 1e−10 1e−16 1e−3 1e−4 1e−5 1e−9 1k/4k/16k/64k
    1−a)^N)·pt/a 1−p)^N 1−s)·p 2(N−1 2(n−1 2(p 2(p−1)/p·4 2-D 2-byte 2.3e 2.78/s 2/D 2/n_in 24-simulation 2B 2MNK 2Nd 2P 2^H(bits 2^H(p,q 2de 2i 2i+1
    2i,2i+1 2mnk 2n 2nd 2u−1 2u−1)/2 2·V·d 2·d_h 2·d·h·hd 2·d·kv·hd 2·hd 2·log2 2·n_h·d_h 2·read 3)·b 3.22e10 3.35e12 3.510188e−5 300e9 32-byte 32-layer
    32k 3e−4 3n 3·d·f 3·d·f_e·(E 4(N/P)h(P−1)/P 4-bit 4-byte 4.03e10 4.5·d_h 46.7B 4Nd 4N² 4d 4d_h 4k 4n²d 4n²d_k 4·L·d·(Σc_j 4·d_h 5.88e23 50,280·d
    512-bit 512·h·256 52B 540B 5^S 5e 64/MLA 64·(that 67B 70e9 7B 8,192-token 8-D 8-bit 8.04e11 8B 8k 989.4e12 </w> A/B A100 A100-80 A_i A_n Act Action
    Adding Advani Agrawal Algebra Algebraic All-gather All-reduce All-to-all An Another Answer Answers Are Arrows Article As Attention Attn(LN(x Auer
    Automatic B's B/D^β B/latency B/token B=32 BA BFS Ba Backpropagation Balancing Bandwidth Barbero Bars Baselines Batch Batched Bau Benchmarking Beside
    Besiroglu Best Better Beyond Birch Bishop Blame Block Blue Both Branch Brandon Break-even Bridge Bubble Build By Byte Bytes B·(KV·T B·1.98 B̄
    C(c,k)/C(n,k C=2048 Cache Calls Capacity Case Causal Causality Cells Chain Chen Chinchilla Closed CoT CoT-SC Cobbe Codex Columns Comparison
    Composition Compute Constant Continuous Contours Conventions Convergence Converges Convex Coordinates Cor Core Corvid Counts Courville Cover Crossing
    Cundy Curve Cut C·N(N−1)/2 D Dao Data Deep DeepSeek Default Defaults Degeneration Del Demo Dense Deployment Depth Dettmers Disaggregation Displacement
    Dissecting Distributed Dot Doubling Dr Draft Drawn E2M1 E[tokens Efficient Elhage Empty End End-to-end English Evening Every Eviction Exact Example
    Executed Expected Experts Exposed External Extra F FFN(x FFN-up FLOP/clk FLOPs Fair Families Fan-out Fast Fault Fig Fills Final Find Fits Five Fixed
    FlashAttention-3 Floating Flow Footer Fork Formats Fragmentation Free Frontier Full GD GELU GELU(1 GELU(x GFLOPs GPC GPT-2 GPT-3 GPT-4 GPU GPUs GQA
    GQA-4 Game Gaps Gate Gathers GeLU(0 GeLU(1 GeLU(XA)B GeLU(−1 Generative Glue Goh Goto Graded Gradient Greedy Grid Gu H(p,q HBM3 HDR Haddow Having He
    Head Heads Here Hierarchy High High-d High-dimensional Hinges Hoffmann Hopper Horovod Horse How Hu Huang Huber Hugo Hutter Hybrid I(B IPO ISO In
    In-between Inception Inference Information Input Insights Introduction Invariant Invariants Inverse It Jacobian Jacobs Jamba-1.5 Joining K(K−1)/2 K2
    KB KB/(smem KL KV/token K_tok K_tok·(cached Kaplan Keep KiB Kocsis L(1e9 L(D LLM LLaMA LM LN LN(ax LN(x L_p·K_tok Labels Ladder Lane Largest Latent
    Layer Layer-wise Learn Learning Lectures Left Leviathan Lewis Lieber Lightman Limiter Lindley Linear Linguistic Link Liu Llama-2-70B Llama-2-7B's
    Llama-3.1-405B LoRA Load Lookups Loop Lower Lowest L₀ L−1 L−1)·c M/D/1 MATH MB MB/GPU MLP MMA MN MX MacNet Machine Majority Makespan Mamba-2.8B Many
    Map Martin Match Mathematics Matrix Maverick Mean Memory Merged Merges Mesh Message MiB Micikevicius Mikolov Milakov Miller Minimisers Minsky Mistral
    Mixed Modes Momentum Multiply N(children N(root N+1 N+2 N+K)²/2 N/P NDR NK N_i·t N_parent Nesterov Neubig Neural New No Noise NormalFloat
    Normalization Not Nothing N·B N−1)/N·S O(1 O(n ORCA ORM On One-line Online Only Optimal Optimum Oracle Out Output Outputs P(1 P(answer P(level P(right
    P(wait P/2 PCIe PRM's Packer Page Pages Pair Pairwise Palette Parallelism Parallelizing Pareto Park Partition Pascanu Pass Patel Pattern Patterson
    Peng Per-message Perplexity Pick Pipeline Point Points Policies Polyak Pope Post-norm Post-training Practices Precision Prefill Prefill-first Prefix
    Presets Primitive Printed Programming Prompt Proofs Punica QKV QKᵀ QKᵀ/√d_head Qwen-2.5-72B Qwen3 Qwen3-32B R(θ R/g RD RD²/(2(1 RMS RNN RNNs R_n
    Rahaman Random Reach Read Reading Really Reason Reasoning Recall Recognition Reduce-scatter Regularities Relevance Remove Removing Repeat Reported
    Request Requests Retrieval Ring Roofline Rotating Rotation Round Rounded Rounds Row Run R² R·n·c S(0 S(0,0 S(16 S(3 S(32 S(5 S/(L·c S/(L·β S/B S/N)/B
    SC SE SGDR SM's SR SXM Saddle Same Sample Samples Saxe Scale Scales Scan Scores Scratch Scripted Second See Seed Select Selective Sergeev Serial Set
    Shah Shannon Shapes Shard Sharded Shared Shared-memory Shift Short SiLU SiLU(x Signed Single Six Sixteen Size Slope Softmax Spec Specification
    Spectral Speculation Split Splitwise Square Squared Stage Static Step Step-time Still Store Strang Striped Su Surprise Switch Szegedy T-fold T/2 TB
    TBT TFLOP TFLOPS TP TPCs TTFT)/(tokens T_mT_n/(T_m T_n Table Tables Targets Teach Tensor Tested Theorem Theory They Thinking Thm Thomas Thought
    Thoughts Three Throughput Tieleman Tiles Timeline ToT Token Tokens Total Totals Trace Train Training Transfer Traps Tree Trefethen Tuned Two UCT
    Ulysses Unbalanced Unbiased Uniform Units Unroll V V2 V3.2's Values Var(w Variants Vertical Visit W(B W[512×256 W_UK W_UV,i W_ij W_q Wald Walk Walking
    Wall Warm-up Waterman Wavelengths Wei Weight Weights What Where Who Why Width Wilson Without Word Works W₀ W₂ X Xiao Xiong Y Your Yu ZeRO-1 ZeRO-2
    Zhao Zheng a a/(1 a/s)/(D a_i a_max a_t·h_{t−1 abcdefghkl abcdefghmn ablate about above absmax absmax/127 absolute abstract abstract's acc acc(b
    accept-rule accept/reject accepts access accumulate accumulators achieved across act act-only actions activations acts adding addition additions
    address/4 addresses adds admit advance advances advantages affine after again agent agent's agentic agents agents' aggregation agreement agrees ahead
    aligned alive all all-attention all-reduce all-reduces all-wrong all/people allocate allocated allowed alongside alternate alternating alternative
    always amber amber-framed amid among amount amplifies and and-or angles another answer answer's answered answers apart appear appended applies apply
    approaches approximate approximation architecture-landscape arcs are argmax around arrivals arrived arrives arrow arrows artefact article
    article-01/fig-block article-01/fig-heads article-02/fig-head-cut article-02/fig-row-basis article-02/fig-row-cut article-04/fig-varlen-walk
    article-04/padding article-05/fig-chunk-mask article-05/mixed-scores article-05/wall-time article-06/fabrics article-06/fig-pd-split as aside asks
    assembly associative assumption asymmetry asymptotic at attainment attend attends attention-dominated attention-graph attention-kinds auto
    autoregressive-decoding auxiliary averages averaging axes a·b/b·b a·b^x a·ln a₂,b₂)∘(a₁,b₁ a₂b₁ b-ary b_e b_i b_k back backing backprop backprop-flow
    backwards badges balanced balls band banded bandwidth-bound bank banks bar bars base basis batch batches batching beam beat because become becomes
    before before/after begin begun below beneath bent beside best best-leaf best-of-n best-of-n-curve better between beyond bidirectional bill billion
    binary binds binomial bit bits bitwise black blame blended block's block-times blow-up blows blue/amber blur blurred bonus book borders bottoms bought
    bounces boundaries boundary box boxes bpe-merge braces bracketing brackets branching break breaks bridge bright brings broadcast broadcasts buffering
    builds built burst bursty bus busy but buy byte-identical bytes/token b·s·h b‖² b₂ c,0 c/n c_i c_j cached caching call called calling callout
    callout|1|0|0 can cancel candidate candidates cannot capability capacities capacity capped captioned card carries carry carrying case catalogue
    cat–dog causal cause cdf ceiling cell census central centre ch chains change change-base changed channel chapter characters chart charts check checked
    checks child chip chips choice chord chords chunks circulating claiming claims clamp((r clamped class classes cliff climb climbing clipping clips
    clock clocks closed closes closest cluster clusters code codec cold coldest collapses collective collects colocated colocation colour coloured colours
    column-cuts combines come comes coming comma committing common commonest communication comparing comparison complete completion component components
    compose compress compressed computations computes concatenated condition confident config config-derived configs conflicts confusing connected const
    constant consume content contiguous continues continuous-batching contraction contrast contributor control controllers conv convolution coordinates
    copies copy-on-write copying core cores correct corrected cos cos(kπx cosine cosine-only cost–success counted counter counter-clockwise counts cover
    coverage covers crawl crept critic cross crossed crossfade crossover crowned crowns cumulative current curriculum cursor curve cut cuts cyclically c·B
    c·position d d/2 d/h d=4 d=4096 d=512 d_R d_ff d_ff' d_h/2 d_head d_i d_in·d_out d_k d_model d_out darkens dash-coded data dataset datasheet
    datasheets de dead dealt debate decades decay decimal decimals decision decode's decode-bound decode-only decode-time decoded decoders decodes
    decoupled deepseek-path default defined degree delay delays deletes denominator density dependency depends dequantised derivative derived descends
    describes design determiner device diagonal diagonals diagram dials die differences different difficulty dim dimension diminishing direction
    directions disabled disaggregation disagree discrete discrete-event discretely discs distance distinct distort distribution distributions divide
    divided divides dividing divisible documentation dog doing dominates don't dot dotted double doubling down downhill downward dpo-pairs dpo-vs-rlhf
    drafts drain draw draws drift drop dropped dropping drops during dyadic d·1536 d·576 e e^(m−m′ each earliest-learnt early eat edge edges editing
    ef-sized ef/k effective eigen-direction eigenvalues element elements ellipse ellipsis else elsewhere embed embedding-space embeddings empty en
    encoding end ended ending endless ends engine engineering enlarged entities entries entry enumerating enumeration epoch eq equal equal-step equally
    equispaced error error-bars errors essays estimated estimator et evaluated evaluation evaluations evaluator evenly event-driven events ever every
    everything everywhere evicted eviction evictions evidence exactly example exceed except excess excluded excludes existing exists exp exp(ΔA expands
    expert-sequence-parallel exploration exponentials exponents exposed/serial external extra e²/(e²+3 e²/(e²+4 e·b f's f(0 f(x f/(1 f_e f_t fabric fact
    factor fades fails fall fallback falling falls false-positive family fan fans fast faster fatal faults feature features feels female fetched fetches
    few fewer field fields fig-heads fig-loop figure files fill filled fills filter filtering filters final finds finished finishes finite first first-fit
    fits-compared five fix fixed flag flat flattened flattens flatters fleet flies flight floor flow flows foil folds follow follows font footnote for
    forbid force forcing forcing（强制预算） fork forked form format formats forms formulas found four fourth fragments frames free(seq freed freezes frequent
    fruit full full-score full-width functions furry further fused future f̂ fᵢ g g(−x g_t gallery gantt gap gaps gathered gathers general generalization
    generation generator geometric geometry get gets ghosts gives giving glide glows glue glyph go goes good got gpt-oss gradient-check gradient-descent
    graph graphs greedy-baseline green greyed greying greys grid grids growing grows growth guess guide h_t h_{t−1 h_{−1 half-life half-plane half-width
    halve hand hands happens hard hardly hardware harmless has hash(key hashing hatching hd heads heads' heap heartbeat heat heavy height heights held
    here hidden hidden-size hide hiding hierarchy high-d high-dimension highest hit/computed hit/miss holding hole home honour hop hops host hours hover
    how hurts hybrid-jamba h·128·d h·N²·2 h·hd h·n² h₂ i i+1 i=0 id ideal identical identities identity idling ids iff ignored ignores image images
    imitate implicit impossible in in-flight included inclusive incoming index.md indices inertia inference init-scale initial inline inlining inner
    input's inputs insert insertion instead instruction integers intensity inter-token interactive interference interleaving intermediates interpolated
    interpolating interpolation interrupt intervals into intra-op invariance inverse is iso-FLOP issued it italic iterates its j j/n judge judged jump
    just j−1 k)·message k-th k/E)^B k=7 k^R keeping keeps kept kernel kernel's keyed keys kind king kl-leash knot known kv kv-compression kv-memory
    kv-networking kv-per-token k−1)/k k⟩ label labels lacks ladder laid lamps land landed lands lanes language languages last last-access last-step late
    latencies later launch launches layer layer's layer-wise layers layouts leader leading learn learning-rate learns learnt leash leave leaves lecture
    lectures leftwards legend length length-k lengthen lengthens less let lets levelling levels lexicographically lie lies life lift lifts light limit
    limits linearity linearly linears lines lingers link links list lists lit little ln lo,w load load/128 loaded local locally locked locks lockstep log
    log-b log-probabilities log-scaled log-spaced lognormal logs logsumexp log₁₀ log₂ log₂q long long-lived long-term-memory longer look looked looking
    looks lookups loop loop's loops loosens loses losses lost low,`</w> low-rank lower lr(50 lr(550 m m1 m_k machines majority make makes makespan making
    male mamba-ssm many map mark marker markers marks mask masked masking mask|3|2|2 matched matches matching matrices matrix matrix-transforms matters
    max max(L·c max(log₂ max(m max(x max-width max/mean maximum may mcts meaning meanings means measure measured measurement measuring mechanism median
    meet meets memoised memory-hierarchy merged merges merging message met microseconds min(2 min(T min(m minibatch minima minimiser minimisers mirror
    miss misses missing mistakes mix mix-tokens mixers mixing mixture mma mod mode model model's models module moe-batch moe-interleave moe-routing
    monotone more morph most mostly mouth moved moves moving ms mulberry32(1 multi-agent multi-agent-topologies multi-head-split multi-lora-serving
    multinomial multiple multiplied multiplies multiply-add multiprocessor m·h m·k·n m×k n n(1 n(256 n(64 n(n+1)(2n+1)/6 n(n+1)/2 n,e n-curve n/2(N−1 n/4
    n=4 n_dec n_h n_h(2d_c naive names narrowest narrows native nats nc ne,w near nearly nearness neck needle needs negative neighbour neighbouring
    neighbours net nets network neuron neutral newly next nobody node's noise non-empty non-terminal none nor norm(max(0 normalisation normally normals
    not notation notation-palette note notes nothing noun number numbered numeric numerically n²·d n·d² n·log2 n−1 o obeys observe observes occurrence odd
    off off-diagonals offset often old oldest omitted once one one-budget one-head one-layer one-query one-rank one-token-at-a-time ones onto opacity open
    opening operation opinions opposite ops optimal optimisation optimum option options or oracle order orders origin original other our ours out out)²
    outer outline outlined outputs outstanding overfit overflow overflows overlaid overlap overloaded overshoots overtakes overthinking own owners|3|0|3 p
    p(correct p(sequence p(token p^G p_i p_k pads page paged-attention paging pair pairing pairs panel paper papers paragraph parallel-scan parameter
    parcels parent parse partial partials partitions parts pass pass-at-k pass@1 pass@k passages passes passing path paths pattern patterns pay pays peak
    pear penalty per per-SM per-cluster per-head per-level per-request per-slot per-symbol perceptron perceptron-boundary period periods
    permutation-equivariant permutes perpendicular person pet pets phases phrases phrasing pick picking picks picture piece pieces pile pinned pipe
    pipeline place places plain plan plane planned play plus point's pointer pointers pointing pointwise polar pole policies pool pop pops population port
    position position's positions positive powers pre pre/post precision preferences prefers prefetch prefilled prefill：把每次 preposition presented preset
    previous previous-token price primitive printed printing priority probabilities probe problem process-reward-models processed produce product products
    progress project projected projections promises prompts propagated proportional proposal prose pruned pseudo-code pt pt/(pt published pushes put puts
    px q)·c q,k q_i qlora quadratic quality quantised quarter quarters queries query-to-KV question queue queued queues quickly quotes q·(W_UK q₀ r r(d_in
    r+1 r_1)/β r_d r_i r_j r_p radius raise raises random rank(BA rank-k rank-r ranked ranking ranks rarest rate rationals ravine raw ray re-aims re-order
    re-read re-reads reaches reaching react react-loop reader reading readings reads ready reasons recall@k received receives recent recolour recolours
    recomputation recomputed records recovering rectangle recurrence recurrent recursion recursive red reduce-scatters reduces ref ref(1 refills reflect
    refreshes refusals refuse refuses regions regs rejection rejects relation relative released remain remainder remaining remembers remove removes
    renormalise renumber reorder reordered repeat repeated repeats repetition replaced replacement replay replication replies reply repoint reprise req/s
    request request's request-count resampled rescales rescaling reservation reserve reserved resets reshape residency resident residuals rest result
    resume retrieval retrieve retuned return returned returns reuse reused reverse rewind rides ridge right right-angle right-answer right/wrong ring
    ring-allreduce ring|0|0|1 rises rnn-bottleneck roads rollout rollouts roofline roofs root rope-heatmap rotates rotation rotations rounded rounding
    rounds routed routing row row-major royal rule ruler rumour rung running runs s s^S s_j s_{−1 sage said same sampled saturating saved saving say
    saying scalar scale scaled scales scaling-laws scan scans scatter scattered schedule scheduling schematic score scored scores scratch second see seed
    seeds seesaw segments selected selection selective-batching semi-log send sends sent sentence's separable separate sequence sequences sequentially
    serial series servable served serving sets settle settles several sft-lora-qlora sft-mask shades shading shallower shape sharded shards shared shares
    shear shift shifting shifts short shortcode shorter shown shrink shrinking shrinks siblings side sides sigmoid sign(0 signal similarity simulation
    simulations sin since single single-chain singular sink sinks sized sizes skew/2 skipped skipping slab slices slicing slider sliders sliding slightly
    sliver slope slopes slope·x slow slower slowest/mean slug smaller smallest smem smooth snap snapping so softmax(z softmax-push softmax-then-top-k
    softplus(x sold solid solutions solved some sorted sound-share source spaced span sparsity spec special speculation speculative-decoding speeds
    speedup-curve spelled spend spike spine spins spirals split spread spreads springs squared squares squeezes stable stack stack's stacked-bar stacks
    stage stages staircases stalls stamping stand standard star start starved state state-spaces/mamba stated states statistics stay std step's
    step-correct step-time steps sticks still stop storage stores straddle straight straightens stream streamed streaming streams stretch strictly strips
    strokes strongest struck sub-goal sub-goals subset substitute substring succeed successes suffice sum sum-loop summed summing sums surface surrogate
    survives swap swapped swaps sweep sweeps swell swells swimlane switches symmetric syncs synonyms system s·u t t(A t(P t_f/v t_k table tables table（块表）
    tail take takes tall tanh targets task tasks ten tenant tenants tend tenfold terms test tested tests texts than that the their them then these thick
    thicken thin think thinking thinking-budgets thins this those thoughts thrash thread threads threshold through throughout tick tidy-up tie tied tier
    tighten tighter tiled tiles timeline times tip title titles to to-scale toggles token-steps tokenizers tokens/s token（额外 token） tones too tools top
    top-2 topological totals touch touched touches toward towards toy toy's trace-driven traced traffic trails train trainable trained training-dynamics
    transfer transfers transformer transformers translates transpose travel travels treating tree tree's tree-of-thoughts-mcts triangle triangles tries
    trigger true true-positive truncating trunk truth turned turns tweening two two-lane two-matrix two-valleys type typed ui-monospace ulp unaffected
    uncached under underflows unequal uneven unified uniformly unit unit-time units universal unless unlimited unmasked unpaired unpublished unsigned
    unstable untied until untuned update update-rule updates updating upstream usable used useful useful/moved user uses using utility v1.0 v2 v_i valley
    values van vanish vanishing variable varlen vary vector vector-dot-products vector-search vectors vendors' verb version vertical very view violations
    visible visited votes voting w,i waits walk walker walkers walking walks wall want warps was wastes waves way ways weak weight weighting were what
    whatever whenever while white who whole-cluster whom whose why wi widen widens width will window window-only winner winner's wins with within without
    word-count words work work-efficient works worse worth would write writes written written-out wrong w·x_n w·x̃ w₁,w₂ w₁x₁ w₅ x-steps x^10 x_j x_n[j
    x_t x² x̃ x₂ y' y_i y_n y_t year years yes yet your y·(w·x̃ y·r_d zero zero-mean zero-stages zeros zh-only zones ±1e−17 ½(p−1)² ½(x² ½·mean ĉ_k ΔB ΣA
    Σ_i Σmin(p Φ(z Φ(−m/ν α)(γc α/r)BA α_imp α_rel α·m γ+1)/E θ/s θ_i/s λ_k π_i/π_ref,i π_ref π_ref/π σ(a σ(m·y σ(u σ(x σ(−u σ(−u)]/6 σ(−x –KV ‖a
    ‖attention ‖a‖² ∇KL_j ∇f −ln(u)/R √((G−k)/k √(1/t √8·u₂ √8·v₂ √d_k ⌊(k ⌊log2
    """#

  /// Every character of the catalogue.
  static let characters = #"""
    !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~§°±²³µ·
    ¹¼½×á÷Āĉ̂̃̄ΔΘΠΣΦΨαβγδεηθκλμνπρστφᵀᵢ–—‖“”…′⁰⁴⁵⁶⁷⁸⁹⁻ⁿ₀₁₂₃₄₅₆₇₈ℓℝ⅔⅛←→∂∇∈−∗∘√∝∞∩≈≠≡≤≥≫≻⊕⋮⋯⌈⌉⌊⌋★⟨⟩、。一万上下不
    专两个中串临主么乘习交享从代件价优传似位余作例侥信修值偏停偶元先入共关内再冗冲决冻减出函分切划列则利到制前剪力功加动励势包化区半单参叉双反发取受口只召可叶号各合吐向吞吸命和器噪回因困围在均坐块型基堆塞
    境声处复外多大失头奇奖好子字存学完定家容宽寄密察对导寿小就尾局层展嵌差布带幂平并幸序库应度座延开异式引弦强归当彩影征径待很律得循微心态怎思性总息惑惩意慢成扇执扩扫批找把投折拆拍拐拒拟择拼持指损换据掉排
    接控推掩描插搭摆支收放效散数整文斜新旋无早时是显智曲更最有望期未本术机权束条来果枝查标样格案档梯槽模次正步残段每比气水池沿法泡波注活流消深温溢滑激点热熵片物特状率环理生用由界略的益监盖目相督矩码确碎票
    秩积程稠稿空突窗符第等答策签算类累约纹线练组终结络绝统缀缓编缩网罚置考者耦能自舍色节范草落藏行衡表被裁要观角解计训记访证词误读调负走起路转轮载输边达过近迟迭追适选逐递途逼遍那邻部配采重量链销错键长门问
    闲间队阵阶际限隐零鞍页顿预频额风饱馈首验骤高（），：；𝔼
    """#
}
